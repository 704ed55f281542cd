package org.ringdesk.payments;

import java.io.Serializable;
import java.math.BigDecimal;
import org.ringdesk.shared.Money;

/** How much of an order a payment is to pay. */
public sealed interface Share extends Serializable {

    record Fixed(Money amount) implements Share {}

    /** @param percent of the total, which it follows until the order is submitted; above 0, at most 100, three decimals */
    record Percent(BigDecimal percent) implements Share {}

    static Share of(Money amount) {
        return new Fixed(amount);
    }

    static Share percent(String percent) {
        return new Percent(new BigDecimal(percent));
    }
}
