package org.ringdesk.payments;

import java.io.Serializable;
import java.math.BigDecimal;
import org.ringdesk.shared.Money;

/** How much of an order a payment is to pay. */
public sealed interface Share extends Serializable {

    /** Rounded by the currency. @param due all that is to be paid */
    Money from(Money due);

    record Fixed(Money amount) implements Share {
        @Override
        public Money from(Money due) {
            return amount;
        }
    }

    /** @param percent of the total, which it follows until the order is submitted; above 0, at most 100, three decimals */
    record Percent(BigDecimal percent) implements Share {
        private static final BigDecimal PER_CENT = new BigDecimal("0.01");

        @Override
        public Money from(Money due) {
            return due.times(percent.multiply(PER_CENT)).rounded();
        }
    }

    static Share of(Money amount) {
        return new Fixed(amount);
    }

    static Share percent(String percent) {
        return new Percent(new BigDecimal(percent));
    }
}
