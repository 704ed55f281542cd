package org.ringdesk.pricing.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.ringdesk.shared.Money;

/**
 * Somebody wants to sell one unit for another price than the rules found.
 *
 * @param includedTax percentage that both prices contain; 0 where tax is added
 * @param cost what a unit costs us, without tax; null when nobody knows
 */
public record PriceMove(
        Money found,
        Money wanted,
        BigDecimal includedTax,
        @Nullable Money cost) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int FINE = 8;

    public PriceMove {
        if (wanted.amount().signum() < 0 || !wanted.currency().equals(found.currency())) {
            throw new IllegalArgumentException("Price " + wanted);
        }
    }

    /** Up or down by at most so many percent of the price found. */
    boolean isWithin(BigDecimal percent) {
        BigDecimal moved = wanted.minus(found).amount().abs().multiply(HUNDRED);
        return moved.compareTo(found.amount().multiply(percent)) <= 0;
    }

    /** What it brings without tax. */
    public Money net() {
        BigDecimal net = wanted.amount()
                .multiply(HUNDRED)
                .divide(
                        HUNDRED.add(includedTax),
                        wanted.currency().getDefaultFractionDigits() + FINE,
                        RoundingMode.HALF_UP);
        return new Money(net, wanted.currency());
    }

    /** The lowest price, as it is quoted, that brings so many percent of the cost. */
    Money floor(BigDecimal percent, Money cost) {
        BigDecimal floor = cost.amount()
                .multiply(percent)
                .multiply(HUNDRED.add(includedTax))
                .movePointLeft(4)
                .setScale(cost.currency().getDefaultFractionDigits(), RoundingMode.UP);
        return new Money(floor, cost.currency());
    }
}
