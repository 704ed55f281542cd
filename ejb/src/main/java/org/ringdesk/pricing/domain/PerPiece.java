package org.ringdesk.pricing.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ringdesk.pricing.Priced;
import org.ringdesk.shared.Money;

/**
 * Something off every piece: the simple discount, which begins with the first, and the quantity discount, which gives more for
 * more. Pieces of all lines in its scope count together, and each gets what the highest step reached gives.
 */
public record PerPiece(Scope scope, List<Step> steps) implements Offer {

    /** @param from so many pieces */
    public record Step(int from, Reduction reduction) {}

    public PerPiece {
        steps = steps.stream().sorted(Comparator.comparing(Step::from)).toList();
        if (steps.isEmpty() || steps.get(0).from < 1) {
            throw new IllegalArgumentException("Steps " + steps);
        }
    }

    public static PerPiece simple(Scope scope, Reduction reduction) {
        return new PerPiece(scope, List.of(new Step(1, reduction)));
    }

    @Override
    public Discount.Taken on(Discount discount, List<Portion> open, Counts counts) {
        List<Portion> reached = new ArrayList<>();
        List<Portion> rest = new ArrayList<>();
        for (Portion p : open) {
            Money off = off(p, counts.of(discount));
            if (off.isPositive()) {
                reached.add(p.less(discount, off));
            } else {
                rest.add(p);
            }
        }
        return new Discount.Taken(reached, rest);
    }

    Money off(Portion portion, long pieces) {
        Money nothing = Money.zero(portion.amount().currency());
        return scope.covers(portion.item())
                ? steps.stream()
                        .filter(s -> s.from <= pieces)
                        .reduce((lower, higher) -> higher)
                        .map(s -> s.reduction.off(portion.amount(), portion.quantity()))
                        .orElse(nothing)
                : nothing;
    }

    @Override
    public Reduction.Kind kind() {
        return steps.get(0).reduction.kind();
    }

    @Override
    public Priced.Rule rule() {
        return steps.get(0).from == 1 && steps.size() == 1
                ? Priced.Rule.SIMPLE_DISCOUNT
                : Priced.Rule.QUANTITY_DISCOUNT;
    }
}
