package org.ringdesk.payments.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.ringdesk.payments.GiftCode;
import org.ringdesk.shared.Money;
import org.ringdesk.shared.Refusal;

/** Money that somebody paid before, to be spent under a code. Its balance is the sum of its entries and never below zero. */
@Entity
@Table(name = "gift_card")
public class GiftCard {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "gift_card_id")
    @SequenceGenerator(name = "gift_card_id", sequenceName = "ringdesk_seq", allocationSize = 50)
    private long id;

    @Column(name = "code_hash")
    private String codeHash;

    @Column(name = "last_four")
    private String lastFour;

    private String currency;

    @Column(precision = 19, scale = 4)
    private BigDecimal balance;

    @Column(name = "issued_at")
    private Instant issuedAt;

    @Column(name = "issued_by")
    private String issuedBy;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected GiftCard() {}

    public GiftCard(GiftCode code, Currency currency, String by, Instant now) {
        this.codeHash = code.hash();
        this.lastFour = code.lastFour();
        this.currency = currency.getCurrencyCode();
        this.balance = BigDecimal.ZERO;
        this.issuedAt = now;
        this.issuedBy = by;
    }

    /** What is put on it first. */
    public GiftCardEntry issue(Money amount) {
        return move(GiftCardEntry.Kind.ISSUE, amount, null, issuedBy, issuedAt);
    }

    /** @throws Refusal {@code payment.gift.balance} with what is left */
    public GiftCardEntry redeem(Money amount, Payment payment, String by, Instant now) {
        if (amount.compareTo(balance()) > 0) {
            throw new Refusal("payment.gift.balance", balance());
        }
        return move(GiftCardEntry.Kind.REDEEM, amount.times(-1), payment.id(), by, now);
    }

    /** What was taken of it for a payment stands on it again. */
    public GiftCardEntry giveBack(Money amount, Payment payment, String by, Instant now) {
        return move(GiftCardEntry.Kind.REFUND, amount, payment.id(), by, now);
    }

    private GiftCardEntry move(GiftCardEntry.Kind kind, Money by, @Nullable Long payment, String who, Instant at) {
        balance = balance().plus(by).amount();
        return new GiftCardEntry(this, kind, by, payment, who, at);
    }

    public Money balance() {
        return Money.of(balance, Currency.getInstance(currency));
    }

    public long id() {
        return id;
    }

    public String lastFour() {
        return lastFour;
    }
}
