package org.ringdesk.pricing.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.ringdesk.shared.Money;

/**
 * How much cheaper something becomes.
 *
 * @param value a price, an amount, or a percentage up to 100
 */
public record Reduction(Kind kind, BigDecimal value) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** In the order in which discounts that add up are taken off. */
    public enum Kind {
        /** To this price, unless it is cheaper already. */
        PRICE,
        /** By this amount. */
        AMOUNT,
        /** By so many percent. */
        PERCENT
    }

    public Reduction {
        if (value.signum() < 0 || kind == Kind.PERCENT && value.compareTo(HUNDRED) > 0) {
            throw new IllegalArgumentException("Not a reduction: " + kind + ' ' + value);
        }
    }

    /**
     * What is taken off an amount, rounded to the minor unit, never more than there is.
     *
     * @param times how often price or amount count: the number of pieces, or of sets
     */
    Money off(Money amount, int times) {
        BigDecimal exact =
                switch (kind) {
                    case PRICE -> amount.amount().subtract(value.multiply(BigDecimal.valueOf(times)));
                    case AMOUNT -> value.multiply(BigDecimal.valueOf(times));
                    case PERCENT -> amount.amount().multiply(value).divide(HUNDRED);
                };
        BigDecimal off = exact.setScale(amount.currency().getDefaultFractionDigits(), RoundingMode.HALF_UP);
        return new Money(off.max(BigDecimal.ZERO).min(amount.amount()), amount.currency());
    }
}
