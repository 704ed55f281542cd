package org.ringdesk.payments.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import org.ringdesk.payments.PaymentMethod;
import org.ringdesk.shared.Money;

/** Money of a payment that was given back without a gateway: by a check of ours, on the account, on the gift card. Never changed. */
@Entity
@Table(name = "money_back")
public class MoneyBack {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "money_back_id")
    @SequenceGenerator(name = "money_back_id", sequenceName = "ringdesk_seq", allocationSize = 50)
    private long id;

    @Column(name = "payment_id")
    private long paymentId;

    @Enumerated(EnumType.STRING)
    private PaymentMethod tender;

    @Column(precision = 19, scale = 4)
    private BigDecimal amount;

    private String reason;
    private Instant at;
    private String who;

    @SuppressWarnings("NullAway.Init")
    protected MoneyBack() {}

    public MoneyBack(Payment payment, PaymentMethod tender, Money amount, String reason, String who, Instant at) {
        this.paymentId = payment.id();
        this.tender = tender;
        this.amount = amount.amount();
        this.reason = reason;
        this.who = who;
        this.at = at;
    }
}
