package org.ringdesk.pricing.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ringdesk.pricing.Basket;
import org.ringdesk.shared.Money;

/**
 * A charge that comes by itself.
 *
 * @param code of two charges with the same code the one that names the mode of delivery counts
 * @param mode of delivery that it is for, or null for any; of the order or of each line as the level says
 * @param scope goods that it is for: it comes when there are any
 * @param steps by what these goods are worth after discounts, of which the highest reached counts; below the first nothing
 */
public record Charge(
        String code, @Nullable String mode, Level level, Scope scope, Period valid, String taxClass, List<Step> steps) {
    /** The class of goods that delivery is taxed as. */
    public static final String STANDARD = "STANDARD";

    public static final String DELIVERY = "DELIVERY";

    /** Once for the order, or for every line. */
    public enum Level {
        HEADER,
        LINE
    }

    public enum Basis {
        FIXED,
        PER_PIECE,
        PERCENT
    }

    /** @param from goods worth at least this */
    public record Step(BigDecimal from, Basis basis, BigDecimal value) {
        public Step {
            if (value.signum() < 0) {
                throw new IllegalArgumentException("Charge " + value);
            }
        }

        Money on(Money worth, long pieces) {
            BigDecimal exact =
                    switch (basis) {
                        case FIXED -> value;
                        case PER_PIECE -> value.multiply(BigDecimal.valueOf(pieces));
                        case PERCENT -> worth.amount().multiply(value).movePointLeft(2);
                    };
            return new Money(
                    exact.setScale(worth.currency().getDefaultFractionDigits(), RoundingMode.HALF_UP),
                    worth.currency());
        }
    }

    public Charge {
        steps = steps.stream().sorted(Comparator.comparing(Step::from)).toList();
    }

    /** What a channel takes for delivery where no other rule says. */
    public static Charge delivery(Money charge, @Nullable Money free) {
        Step step = new Step(BigDecimal.ZERO, Basis.FIXED, charge.amount());
        List<Step> steps =
                free == null ? List.of(step) : List.of(step, new Step(free.amount(), Basis.FIXED, BigDecimal.ZERO));
        return new Charge(DELIVERY, null, Level.HEADER, Scope.ALL, Period.ALWAYS, STANDARD, steps);
    }

    /** A charge for the order goes by the mode of the order, one for each line by those of the lines. */
    boolean concerns(Basket basket) {
        return valid.contains(basket.day())
                && (mode == null
                        || (level == Level.HEADER
                                ? mode.equals(basket.deliveryMode())
                                : basket.lines().stream().anyMatch(l -> mode.equals(basket.deliveryMode(l)))));
    }

    /** Whether it names the mode for which it takes the place of one that names none. */
    boolean replaces(Charge other) {
        return mode != null && code.equals(other.code);
    }

    boolean covers(Basket basket, Basket.Line line) {
        return scope.covers(line.item())
                && (level == Level.HEADER || mode == null || mode.equals(basket.deliveryMode(line)));
    }

    /** Nothing where it does not come; an amount of nothing where it is free. */
    Optional<Money> on(Money worth, long pieces) {
        return steps.stream()
                .filter(s -> s.from.compareTo(worth.amount()) <= 0)
                .reduce((lower, higher) -> higher)
                .filter(s -> steps.stream().anyMatch(any -> any.value.signum() > 0))
                .map(s -> s.on(worth, pieces));
    }
}
