package org.ringdesk.payments;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ringdesk.administration.TenderRule;
import org.ringdesk.orders.Coverage;
import org.ringdesk.orders.OrderStatus;
import org.ringdesk.orders.OrderView;
import org.ringdesk.payments.domain.Payment;
import org.ringdesk.payments.domain.Shares;
import org.ringdesk.shared.Money;

/**
 * What is read back to the caller before placing. The order's version is the one to submit with; payments change it, too.
 *
 * @param payments without those that were taken back; those in percent as they are now
 * @param covered sum of the payments that are not declined or taken back
 * @param balance what is due less covered: zero when it can be placed, negative when overpaid; one that is changed is placed then, too,
 *     and what is too much given back
 * @param difference what the balance means
 */
public record Recap(OrderView order, List<PaymentView> payments, Money covered, Money balance, Difference difference)
        implements Serializable {

    static Recap of(OrderView order, List<Payment> payments, TenderRule rule) {
        Money due = order.due();
        Map<Payment, Money> amounts = Shares.of(payments, due);
        Coverage coverage = Shares.coverage(payments, due, PaymentStatus::covers, rule);
        String number = order.number().value();
        return new Recap(
                order,
                payments.stream()
                        .filter(p -> p.status() != PaymentStatus.VOIDED)
                        .map(p -> p.view(Objects.requireNonNullElse(amounts.get(p), p.amount()), number))
                        .toList(),
                coverage.paid(),
                due.minus(coverage.paid()).rounded(),
                difference(due, coverage, rule));
    }

    private static Difference difference(Money due, Coverage coverage, TenderRule rule) {
        Money missing = due.minus(coverage.paid());
        if (missing.isZero()) {
            return Difference.NONE;
        }
        if (missing.isPositive()) {
            return coverage.covers(due) ? Difference.SHORT_TOLERATED : Difference.OWING;
        }
        if (!coverage.covers(due)) {
            return Difference.TOO_MUCH;
        }
        boolean little = missing.plus(rule.tolerated(due)).amount().signum() >= 0;
        return little && coverage.tolerated().isPositive() ? Difference.OVER_TOLERATED : Difference.OVERPAID;
    }

    /** The balance, whichever side it is on. */
    public Money apart() {
        return balance.isPositive() ? balance : Money.zero(balance.currency()).minus(balance);
    }

    /** What was taken and can be given back, and what came too much. */
    public Money refundable() {
        Money over = Money.zero(covered.currency()).minus(balance);
        boolean fixed = order.placedAt() != null
                && (difference == Difference.OVERPAID || difference == Difference.OVER_TOLERATED);
        return payments.stream()
                .map(PaymentView::refundable)
                .reduce(fixed ? over : Money.zero(covered.currency()), Money::plus);
    }

    public boolean canBePlaced() {
        boolean given = difference.isAccepted() || order.changing() && !balance.isPositive();
        return given && !order.lines().isEmpty();
    }

    /** It was placed, is held, and is not paid for any more. */
    public boolean isOwing() {
        return order.status() == OrderStatus.ON_HOLD
                && order.placedAt() != null
                && !order.changing()
                && difference == Difference.OWING;
    }
}
