package org.ringdesk.payments;

import java.io.Serializable;
import java.util.List;
import org.ringdesk.orders.OrderView;
import org.ringdesk.payments.domain.Payment;
import org.ringdesk.shared.Money;

/**
 * What is read back to the caller before placing. The order's version is the one to submit with; payments change it, too.
 *
 * @param payments without those that were taken back
 * @param covered sum of the payments that are not declined or taken back
 * @param balance what is due less covered: zero when it can be placed, negative when overpaid; one that is changed is placed then, too,
 *     and what is too much given back
 */
public record Recap(OrderView order, List<PaymentView> payments, Money covered, Money balance) implements Serializable {

    static Recap of(OrderView order, List<Payment> payments) {
        Money covered = payments.stream()
                .filter(p -> p.status().covers())
                .map(Payment::amount)
                .reduce(Money.zero(order.total().currency()), Money::plus);
        return new Recap(
                order,
                payments.stream()
                        .filter(p -> p.status() != PaymentStatus.VOIDED)
                        .map(Payment::view)
                        .toList(),
                covered,
                order.due().minus(covered).rounded());
    }

    /** What was taken and can be given back. */
    public Money refundable() {
        return payments.stream().map(PaymentView::refundable).reduce(Money.zero(covered.currency()), Money::plus);
    }

    public boolean canBePlaced() {
        boolean given = order.changing() ? !balance.isPositive() : balance.isZero();
        return given && !order.lines().isEmpty();
    }
}
