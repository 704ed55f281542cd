package org.ringdesk.payments.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ringdesk.payments.WorkQueue;
import org.ringdesk.payments.WorkReason;
import org.ringdesk.shared.Money;

/**
 * That an order waits in a queue, as long as there is a reason for it. Whoever works on the order has all its entries for a while, so
 * that nobody else does the same; a claim that is not renewed is over. Changed only while the order is locked.
 */
@Entity
@Table(name = "work_entry")
@IdClass(WorkEntry.Key.class)
public class WorkEntry {
    public static final Duration CLAIM = Duration.ofMinutes(5);
    private static final int DETAIL = 200;

    @Id
    @Column(name = "order_id")
    private long orderId;

    @Id
    @Enumerated(EnumType.STRING)
    private WorkQueue queue;

    @Column(name = "channel_id")
    private long channelId;

    private Instant since;

    @Enumerated(EnumType.STRING)
    private WorkReason reason;

    private String detail;

    @Column(precision = 19, scale = 4)
    private BigDecimal amount;

    private String currency;

    @Column(name = "last_by")
    private @Nullable String lastBy;

    @Column(name = "last_at")
    private @Nullable Instant lastAt;

    @Column(name = "claimed_by")
    private @Nullable String claimedBy;

    @Column(name = "claimed_until")
    private @Nullable Instant claimedUntil;

    private boolean settled;

    @Version
    private long version;

    /** An order is in a queue once. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;
        long orderId;

        @Nullable
        WorkQueue queue;

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && key.orderId == orderId && key.queue == queue;
        }

        @Override
        public int hashCode() {
            return Objects.hash(orderId, queue);
        }
    }

    /** Why an order is in a queue. */
    public record Cause(WorkQueue queue, WorkReason reason, String detail, Money amount) {}

    @SuppressWarnings("NullAway.Init")
    protected WorkEntry() {}

    public WorkEntry(long orderId, long channelId, Cause cause, Instant now) {
        this.orderId = orderId;
        this.queue = cause.queue();
        this.channelId = channelId;
        this.since = now;
        this.reason = cause.reason();
        this.detail = cut(cause.detail());
        this.amount = cause.amount().amount();
        this.currency = cause.amount().currency().getCurrencyCode();
    }

    /** The reason as it is now. One that was settled comes back when there is another. @return whether anything is new */
    public boolean update(Cause cause) {
        String said = cut(cause.detail());
        boolean same =
                reason == cause.reason() && amount.compareTo(cause.amount().amount()) == 0 && detail.equals(said);
        if (!same) {
            reason = cause.reason();
            amount = cause.amount().amount();
            detail = said;
            settled = false;
        }
        return !same;
    }

    public Cause cause() {
        return new Cause(queue, reason, detail, Money.of(amount, Currency.getInstance(currency)));
    }

    private static String cut(String text) {
        return text.length() <= DETAIL ? text : text.substring(0, DETAIL);
    }

    public void workedOn(String by, Instant now) {
        lastBy = by;
        lastAt = now;
    }

    /** Who has it now, if anybody. */
    public @Nullable String claimedBy(Instant now) {
        return claimedUntil == null || claimedUntil.isBefore(now) ? null : claimedBy;
    }

    public void claim(String by, Instant now) {
        claimedBy = by;
        claimedUntil = now.plus(CLAIM);
        workedOn(by, now);
    }

    public void letGo() {
        claimedBy = null;
        claimedUntil = null;
    }

    /** Somebody took care of it elsewhere. */
    public void settle() {
        settled = true;
        letGo();
    }

    public boolean isSettled() {
        return settled;
    }

    public WorkQueue queue() {
        return queue;
    }

    public @Nullable Instant claimedUntil() {
        return claimedUntil;
    }
}
