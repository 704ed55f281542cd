package org.ringdesk.payments;

import java.io.Serializable;
import java.util.List;
import org.ringdesk.orders.OrderView;
import org.ringdesk.shared.Money;

/**
 * What is read back to the caller before placing.
 *
 * @param covered sum of the payments that are not declined or voided
 * @param balance total less covered: zero when it can be placed, negative when overpaid
 */
public record Recap(OrderView order, List<PaymentView> payments, Money covered, Money balance) implements Serializable {

    public boolean canBePlaced() {
        return balance.isZero() && !order.lines().isEmpty();
    }
}
