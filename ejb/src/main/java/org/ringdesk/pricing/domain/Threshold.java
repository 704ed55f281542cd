package org.ringdesk.pricing.domain;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ringdesk.pricing.Priced;
import org.ringdesk.shared.Money;

/**
 * Something off the whole when it is worth enough: the highest step reached counts. Only what it can be taken off counts towards
 * the value, after discounts that came before it; it is spread over these lines by their amounts.
 */
public record Threshold(Scope scope, List<Step> steps) implements Offer {

    /** @param from goods worth at least this */
    public record Step(BigDecimal from, Reduction reduction) {}

    public Threshold {
        steps = steps.stream().sorted(Comparator.comparing(Step::from)).toList();
        if (steps.isEmpty() || steps.stream().anyMatch(s -> s.reduction.kind() == Reduction.Kind.PRICE)) {
            throw new IllegalArgumentException("Steps " + steps);
        }
    }

    @Override
    public Discount.Taken on(Discount discount, List<Portion> open, Counts counts) {
        Map<Boolean, List<Portion>> parted = open.stream()
                .sorted(Comparator.comparing(Portion::position))
                .collect(Collectors.partitioningBy(p -> scope.covers(p.item())));
        List<Portion> covered = parted.getOrDefault(true, List.of());
        List<Money> amounts = covered.stream().map(Portion::amount).toList();
        Optional<Money> off = amounts.stream().reduce(Money::plus).flatMap(this::off);
        if (off.isEmpty()) {
            return new Discount.Taken(List.of(), open);
        }
        List<Money> shares = Shares.of(off.get(), amounts);
        return new Discount.Taken(
                IntStream.range(0, shares.size())
                        .mapToObj(i -> covered.get(i).less(discount, shares.get(i)))
                        .toList(),
                parted.getOrDefault(false, List.of()));
    }

    private Optional<Money> off(Money worth) {
        return steps.stream()
                .filter(s -> s.from.compareTo(worth.amount()) <= 0)
                .reduce((lower, higher) -> higher)
                .map(s -> s.reduction.off(worth, 1));
    }

    @Override
    public Reduction.Kind kind() {
        return steps.get(0).reduction.kind();
    }

    @Override
    public Priced.Rule rule() {
        return Priced.Rule.THRESHOLD_DISCOUNT;
    }
}
