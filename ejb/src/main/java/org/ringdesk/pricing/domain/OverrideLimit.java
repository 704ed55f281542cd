package org.ringdesk.pricing.domain;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringdesk.shared.Money;
import org.ringdesk.shared.Refusal;

/**
 * How far a role may move a price by hand. A role without a limit of its own may not move prices at all; who has several roles
 * may do what any of them may.
 *
 * @param percent of the price found, up or down; 0: not at all; null: as far as they like
 * @param floor in percent of the cost, below which the price without tax must not fall; 0: cost is not looked at
 */
public record OverrideLimit(String role, @Nullable BigDecimal percent, BigDecimal floor) {
    private static final Comparator<OverrideLimit> WIDEST = Comparator.comparing(
                    OverrideLimit::percent, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(OverrideLimit::floor, Comparator.reverseOrder());

    public OverrideLimit {
        if (percent != null && percent.signum() < 0 || floor.signum() < 0) {
            throw new IllegalArgumentException("Limit " + percent + ", " + floor);
        }
    }

    /**
     * Why none of the roles may make the move; empty when one may.
     *
     * @return {@code pricing.override.denied} when they may not move prices at all; else what the widest limit says: {@code
     *     pricing.override.percent}, {@code pricing.override.floor}, {@code pricing.override.cost}
     */
    public static Optional<Refusal> beyond(PriceMove move, Set<String> roles, List<OverrideLimit> limits) {
        List<OverrideLimit> mine = limits.stream()
                .filter(l -> roles.contains(l.role))
                .sorted(WIDEST)
                .toList();
        if (mine.stream().allMatch(l -> l.isNothing())) {
            return Optional.of(new Refusal("pricing.override.denied"));
        }
        List<Refusal> refusals = mine.stream()
                .map(l -> l.refusal(move))
                .flatMap(Optional::stream)
                .toList();
        return refusals.size() == mine.size() ? Optional.of(refusals.get(refusals.size() - 1)) : Optional.empty();
    }

    private boolean isNothing() {
        return percent != null && percent.signum() == 0;
    }

    private Optional<Refusal> refusal(PriceMove move) {
        if (percent != null && !move.isWithin(percent)) {
            return Optional.of(new Refusal("pricing.override.percent", percent));
        }
        Money cost = move.cost();
        if (floor.signum() == 0) {
            return Optional.empty();
        }
        if (cost == null) {
            return Optional.of(new Refusal("pricing.override.cost"));
        }
        Money lowest = move.floor(floor, cost);
        return move.wanted().compareTo(lowest) < 0
                ? Optional.of(new Refusal("pricing.override.floor", lowest))
                : Optional.empty();
    }
}
