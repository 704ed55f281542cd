package org.ringdesk.payments.domain;

import java.math.BigDecimal;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.ringdesk.administration.TenderRule;
import org.ringdesk.orders.Coverage;
import org.ringdesk.payments.PaymentMethod;
import org.ringdesk.payments.PaymentStatus;
import org.ringdesk.payments.Share;
import org.ringdesk.shared.Money;

/** What each payment pays of what is due. Parts in percent are rounded each; the one with which they are all takes what is left. */
public final class Shares {
    private static final BigDecimal ALL = new BigDecimal(100);

    private Shares() {}

    /** @param payments in their order. @return of those that count */
    public static Map<Payment, Money> of(List<Payment> payments, Money due) {
        Map<Payment, Money> amounts = new IdentityHashMap<>();
        Money left = due;
        BigDecimal percents = BigDecimal.ZERO;
        for (Payment payment : payments) {
            if (payment.status().covers()) {
                BigDecimal percent = payment.percent();
                Money amount = payment.amount();
                if (percent != null) {
                    percents = percents.add(percent);
                    if (payment.isFollowing()) {
                        amount = percents.compareTo(ALL) == 0
                                ? left
                                : new Share.Percent(percent).from(due).min(left);
                        amount = amount.isPositive() ? amount : Money.zero(due.currency());
                    }
                    left = left.minus(amount);
                }
                amounts.put(payment, amount);
            }
        }
        return amounts;
    }

    /** Gives those in percent the amount that they have now. */
    public static void follow(List<Payment> payments, Money due) {
        of(payments, due).forEach(Payment::follow);
    }

    public static Coverage coverage(
            List<Payment> payments, Money due, Predicate<PaymentStatus> counting, TenderRule rule) {
        Money none = Money.zero(due.currency());
        Money paid = none;
        Money fixed = none;
        boolean check = false;
        for (Map.Entry<Payment, Money> each : of(payments, due).entrySet()) {
            Payment payment = each.getKey();
            if (counting.test(payment.status())) {
                paid = paid.plus(each.getValue());
                fixed = payment.isFixed() ? fixed.plus(each.getValue()) : fixed;
                check |= payment.method() == PaymentMethod.CHECK;
            }
        }
        return new Coverage(paid, fixed, check ? rule.tolerated(due) : none);
    }
}
