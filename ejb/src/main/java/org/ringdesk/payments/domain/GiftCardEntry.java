package org.ringdesk.payments.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ringdesk.shared.Money;

/** One line of a gift card's ledger. Never changed. */
@Entity
@Table(name = "gift_card_entry")
public class GiftCardEntry {
    /** Why the balance moved. */
    public enum Kind {
        ISSUE,
        REDEEM,
        REFUND
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "gift_card_entry_id")
    @SequenceGenerator(name = "gift_card_entry_id", sequenceName = "ringdesk_seq", allocationSize = 50)
    private long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "gift_card_id")
    private GiftCard card;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    /** Below zero when it was taken off. */
    @Column(precision = 19, scale = 4)
    private BigDecimal amount;

    /** After it. */
    @Column(precision = 19, scale = 4)
    private BigDecimal balance;

    @Column(name = "payment_id")
    private @Nullable Long paymentId;

    private Instant at;
    private String who;

    @SuppressWarnings("NullAway.Init")
    protected GiftCardEntry() {}

    GiftCardEntry(GiftCard card, Kind kind, Money by, @Nullable Long payment, String who, Instant at) {
        this.card = card;
        this.kind = kind;
        this.amount = by.amount();
        this.balance = card.balance().amount();
        this.paymentId = payment;
        this.who = who;
        this.at = at;
    }

    public BigDecimal amount() {
        return amount;
    }

    public BigDecimal balance() {
        return balance;
    }
}
