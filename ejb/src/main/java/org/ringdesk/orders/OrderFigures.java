package org.ringdesk.orders;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Currency;
import org.ringdesk.shared.Money;

/**
 * A customer's placed orders in one currency, cancelled ones left out.
 *
 * @param average of their totals
 */
public record OrderFigures(long orders, Instant first, Instant last, Money sum, Money average) implements Serializable {

    /** As a query gives it. */
    public OrderFigures(Number orders, Instant first, Instant last, BigDecimal sum, String currency) {
        this(
                orders.longValue(),
                first,
                last,
                Money.of(sum, Currency.getInstance(currency)),
                Money.of(
                        sum.divide(BigDecimal.valueOf(orders.longValue()), 6, RoundingMode.HALF_UP),
                        Currency.getInstance(currency)));
    }
}
