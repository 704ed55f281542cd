package org.ringdesk.orders;

import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.ringdesk.shared.Money;
import org.ringdesk.shared.Refusal;

/** A price of one unit as somebody typed it. */
final class TypedPrice {
    private static final BigDecimal MOST = new BigDecimal("9999999.99");
    private static final int FINEST = 4;

    private TypedPrice() {}

    /** @throws Refusal {@code order.price.range} */
    static Money read(@Nullable BigDecimal price, Currency currency) {
        if (price == null
                || price.signum() < 0
                || price.compareTo(MOST) > 0
                || price.stripTrailingZeros().scale() > FINEST) {
            throw new Refusal("order.price.range", new Money(MOST, currency)).at("price");
        }
        return Money.exact(price, currency);
    }
}
