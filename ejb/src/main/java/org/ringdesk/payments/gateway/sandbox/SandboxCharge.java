package org.ringdesk.payments.gateway.sandbox;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.ringdesk.payments.gateway.Charge;
import org.ringdesk.shared.Money;

/** An entry in the sandbox's books. */
@Entity
@Table(name = "sandbox_charge")
public class SandboxCharge {
    /** What an entry is about. */
    enum Operation {
        AUTHORIZE,
        CANCEL,
        CAPTURE,
        REFUND,
        /** A request that got lost on the way to the gateway, kept so that the next one arrives. */
        LOST
    }

    /** How it ended. */
    enum Outcome {
        APPROVED,
        DECLINED,
        LOST
    }

    @Id
    @Column(name = "idempotency_key")
    private String key;

    @Enumerated(EnumType.STRING)
    private Operation operation;

    private String token;

    @Column(precision = 19, scale = 4)
    private BigDecimal amount;

    private String currency;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    private String reference;
    private Instant at;

    /** The key of the authorization that money was taken of. */
    @Column(name = "of_key")
    private @Nullable String ofKey;

    @SuppressWarnings("NullAway.Init")
    protected SandboxCharge() {}

    SandboxCharge(String key, Operation operation, Charge charge, Outcome outcome, Instant at) {
        this.key = key;
        this.operation = operation;
        this.token = charge.token();
        this.amount = charge.amount().amount();
        this.currency = charge.amount().currency().getCurrencyCode();
        this.outcome = outcome;
        this.reference = "sb_" + key.replaceAll("[^A-Za-z0-9]", "");
        this.at = at;
    }

    boolean isOf(Charge charge) {
        return token.equals(charge.token())
                && amount.compareTo(charge.amount().amount()) == 0
                && currency.equals(charge.amount().currency().getCurrencyCode());
    }

    Charge charge() {
        return new Charge(key, token, Money.of(amount, Currency.getInstance(currency)));
    }

    void belongsTo(String authorization) {
        ofKey = authorization;
    }

    Outcome outcome() {
        return outcome;
    }

    String reference() {
        return reference;
    }
}
