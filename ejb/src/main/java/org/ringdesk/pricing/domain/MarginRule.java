package org.ringdesk.pricing.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ringdesk.pricing.MarginLevel;
import org.ringdesk.shared.Money;

/**
 * When an agent is warned, and what is not sold. The margin is what remains of the price without tax after our cost, in percent of
 * that price.
 *
 * @param acceptable from here on nothing is said
 * @param questionable from here up to the acceptable a warning; below it a refusal
 */
public record MarginRule(BigDecimal acceptable, BigDecimal questionable) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public MarginRule {
        if (questionable.compareTo(acceptable) > 0 || acceptable.compareTo(HUNDRED) > 0) {
            throw new IllegalArgumentException("Margins " + acceptable + ", " + questionable);
        }
    }

    /**
     * In percent, to a hundredth; empty for a price of nothing, which has no percentages.
     *
     * @param price without tax
     */
    public static Optional<BigDecimal> percent(Money price, Money cost) {
        return price.isPositive()
                ? Optional.of(
                        price.minus(cost).amount().multiply(HUNDRED).divide(price.amount(), 2, RoundingMode.HALF_UP))
                : Optional.empty();
    }

    /**
     * What is given away is unacceptable unless it costs us nothing.
     *
     * @param price without tax
     * @param cost null when nobody knows
     */
    public MarginLevel level(Money price, @Nullable Money cost) {
        if (cost == null) {
            return MarginLevel.UNKNOWN;
        }
        // compared without dividing: a rounded percentage would let a price pass that is below by a hair
        BigDecimal left = price.minus(cost).amount().multiply(HUNDRED);
        if (left.compareTo(price.amount().multiply(acceptable)) >= 0) {
            return MarginLevel.ACCEPTABLE;
        }
        return left.compareTo(price.amount().multiply(questionable)) >= 0
                ? MarginLevel.QUESTIONABLE
                : MarginLevel.UNACCEPTABLE;
    }
}
