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
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ringdesk.payments.gateway.Answer;
import org.ringdesk.payments.gateway.Take;
import org.ringdesk.shared.Money;

/**
 * The wish to take money that was authorized, or to give back what was taken. It is written down together with its cause, and asked
 * for under its key until it is known to be done or refused: while {@code dueAt} is set the reconciler goes on.
 */
@Entity
@Table(name = "money_move")
public class MoneyMove {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(30);
    private static final int ANSWER = 200;

    /** Which way the money goes. */
    public enum Kind {
        CAPTURE,
        REFUND
    }

    /** What became of it. */
    public enum Status {
        WANTED,
        DONE,
        REFUSED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "money_move_id")
    @SequenceGenerator(name = "money_move_id", sequenceName = "ringdesk_seq", allocationSize = 50)
    private long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "payment_id")
    private Payment payment;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Column(precision = 19, scale = 4)
    private BigDecimal amount;

    private boolean last;

    @Column(name = "idempotency_key")
    private String key;

    /** The invoice, or why it is given back. */
    private String cause;

    @Enumerated(EnumType.STRING)
    private Status status = Status.WANTED;

    private @Nullable String answer;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "due_at")
    private @Nullable Instant dueAt;

    private int attempts;

    /** It was refused, and another one follows it or somebody took care of it elsewhere. */
    private boolean followed;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected MoneyMove() {}

    MoneyMove(Payment payment, Kind kind, Money amount, boolean last, String cause, Instant now) {
        this.payment = payment;
        this.kind = kind;
        this.amount = amount.amount();
        this.last = last;
        this.key = UUID.randomUUID().toString();
        this.cause = cause;
        this.createdAt = now;
        this.dueAt = now;
    }

    /** Whether somebody is to ask now; if so nobody else will for a while, longer each time. */
    public boolean claim(Instant now) {
        if (dueAt == null || dueAt.isAfter(now)) {
            return false;
        }
        attempts++;
        Duration wait = SOON.multipliedBy(1L << Math.min(attempts - 1, 20));
        dueAt = now.plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
        return true;
    }

    /** The gateway's answer; while it is not clear the reconciler goes on under the same key. @return the line for the ledger */
    public PaymentEvent answered(Answer said, Instant now) {
        if (status == Status.WANTED && said instanceof Answer.Approved) {
            over(Status.DONE, null);
            payment.moved(this);
        } else if (status == Status.WANTED && said instanceof Answer.Declined no) {
            over(Status.REFUSED, no.reason());
            payment.notMoved(this);
        }
        return PaymentEvent.moved(payment, kind, amount(), said, now);
    }

    private void over(Status end, @Nullable String why) {
        status = end;
        answer = why == null || why.length() <= ANSWER ? why : why.substring(0, ANSWER);
        dueAt = null;
    }

    /** The same is wanted again, under another key; what was refused stays as it is. */
    public MoneyMove again(Instant now) {
        follow();
        return payment.again(this, now);
    }

    public void follow() {
        followed = true;
    }

    boolean isLast() {
        return last;
    }

    public Take take() {
        return new Take(key, payment.charge(), payment.gatewayReference(), amount(), last);
    }

    public long id() {
        return id;
    }

    public Payment payment() {
        return payment;
    }

    public Kind kind() {
        return kind;
    }

    public Money amount() {
        return Money.of(amount, payment.amount().currency());
    }

    public Status status() {
        return status;
    }

    public String cause() {
        return cause;
    }

    /** Why it was refused; empty where it was not. */
    public String answer() {
        return answer == null ? "" : answer;
    }
}
