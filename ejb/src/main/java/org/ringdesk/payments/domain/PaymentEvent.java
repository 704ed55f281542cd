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
import org.ringdesk.payments.gateway.Answer;
import org.ringdesk.shared.Money;

/** One line of a payment's ledger: what was asked or booked, and what came of it. Never changed. */
@Entity
@Table(name = "payment_event")
public class PaymentEvent {
    /** What was done. */
    public enum Kind {
        AUTHORIZE,
        VOID,
        POST,
        UNPOST,
        /** Less is wanted of it than was promised. */
        LOWER,
        CAPTURE,
        REFUND,
        /** A check came back. */
        BOUNCE,
        /** A transfer is waited for. */
        EXPECT,
        /** A transfer came. */
        RECEIVE
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "payment_event_id")
    @SequenceGenerator(name = "payment_event_id", sequenceName = "ringdesk_seq", allocationSize = 50)
    private long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "payment_id")
    private Payment payment;

    private Instant at;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Column(precision = 19, scale = 4)
    private BigDecimal amount;

    private String answer;
    private @Nullable String reference;
    private @Nullable String detail;

    @SuppressWarnings("NullAway.Init")
    protected PaymentEvent() {}

    private PaymentEvent(
            Payment payment,
            Instant at,
            Kind kind,
            String answer,
            @Nullable String reference,
            @Nullable String detail) {
        this.payment = payment;
        this.at = at;
        this.kind = kind;
        this.amount = payment.amount().amount();
        this.answer = answer;
        this.reference = cut(reference, 80);
        this.detail = cut(detail, 200);
    }

    static PaymentEvent booked(Payment payment, Kind kind, Instant at) {
        return new PaymentEvent(payment, at, kind, "BOOKED", null, null);
    }

    /** @param part how much of it. @param detail why, or null */
    static PaymentEvent booked(Payment payment, Kind kind, Money part, @Nullable String detail, Instant at) {
        PaymentEvent event = new PaymentEvent(payment, at, kind, "BOOKED", null, detail);
        event.amount = part.amount();
        return event;
    }

    /** @param moved how much was to be taken or given back */
    static PaymentEvent moved(Payment payment, MoneyMove.Kind kind, Money moved, Answer answer, Instant at) {
        PaymentEvent event = answered(payment, Kind.valueOf(kind.name()), answer, at);
        event.amount = moved.amount();
        return event;
    }

    static PaymentEvent answered(Payment payment, Kind kind, Answer answer, Instant at) {
        if (answer instanceof Answer.Approved yes) {
            return new PaymentEvent(payment, at, kind, "APPROVED", yes.reference(), null);
        } else if (answer instanceof Answer.Declined no) {
            return new PaymentEvent(payment, at, kind, "DECLINED", null, no.reason());
        } else if (answer instanceof Answer.NeverSent none) {
            return new PaymentEvent(payment, at, kind, "NEVER_SENT", null, none.reason());
        } else if (answer instanceof Answer.Unknown unknown) {
            return new PaymentEvent(payment, at, kind, "UNKNOWN", null, unknown.reason());
        }
        throw new IllegalArgumentException("Not an answer: " + answer);
    }

    private static @Nullable String cut(@Nullable String text, int length) {
        return text == null || text.length() <= length ? text : text.substring(0, length);
    }

    public String answer() {
        return answer;
    }
}
