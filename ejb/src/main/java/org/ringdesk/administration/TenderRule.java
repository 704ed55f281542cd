package org.ringdesk.administration;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.ringdesk.shared.Money;

/**
 * How a channel takes checks and prepayments. Amounts are in its currency.
 *
 * @param tolerance how much may be missing or too much where a check is among the payments; null: no such limit
 * @param tolerancePercent the same in percent of what is due; with both the lesser counts, with neither nothing is tolerated
 * @param checkHoldAbove an order with a check worth more is held; null: none is
 * @param checkHoldDays for so long, 0 to 90
 * @param checkRefund how money that came by check goes back: CHECK, one of our own, or ACCOUNT
 * @param prepaymentDays for so long money is waited for, 1 to 90
 * @param version to save with; 0 for a channel without rules yet
 */
public record TenderRule(
        ChannelCode channel,
        @Nullable BigDecimal tolerance,
        @Nullable BigDecimal tolerancePercent,
        @Nullable BigDecimal checkHoldAbove,
        int checkHoldDays,
        String checkRefund,
        int prepaymentDays,
        long version)
        implements Serializable {
    public static final int MOST_DAYS = 90;
    public static final String BY_CHECK = "CHECK";
    public static final String ON_ACCOUNT = "ACCOUNT";
    private static final BigDecimal PER_CENT = new BigDecimal("0.01");

    static TenderRule none(ChannelCode channel) {
        return new TenderRule(channel, null, null, null, 0, BY_CHECK, 14, 0);
    }

    /** How far payments with a check may be from what is due. */
    public Money tolerated(Money due) {
        Money share = tolerancePercent == null
                ? null
                : due.times(tolerancePercent.multiply(PER_CENT)).rounded();
        Money most = tolerance == null ? share : Money.of(tolerance, due.currency());
        if (most == null) {
            return Money.zero(due.currency());
        }
        Money lesser = share == null ? most : most.min(share);
        return lesser.isPositive() ? lesser : Money.zero(due.currency());
    }

    public boolean holds(Money check) {
        return checkHoldAbove != null && check.amount().compareTo(checkHoldAbove) > 0;
    }

    public Duration checkHold() {
        return Duration.ofDays(checkHoldDays);
    }

    public Duration prepaymentTime() {
        return Duration.ofDays(prepaymentDays);
    }
}
