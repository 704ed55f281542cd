package org.ringdesk.pricing.domain;

import java.util.Comparator;
import java.util.List;

/**
 * Something that is taken off, and how it stands to others. See the package for how they compete.
 *
 * @param code unique; of two that save the same the earlier in the alphabet counts
 * @param byCoupon whether one of its coupons is needed
 */
public record Discount(String code, Concurrency concurrency, Period valid, boolean byCoupon, Offer offer) {
    /** In which those that add up are taken off: prices, amounts, percentages, and what depends on the order's value last. */
    static final Comparator<Discount> SEQUENCE = Comparator.<Discount, Integer>comparing(
                    d -> d.offer instanceof Threshold ? 1 : 0)
            .thenComparing(d -> d.offer.kind())
            .thenComparing(Discount::code);

    public enum Concurrency {
        EXCLUSIVE,
        BEST_PRICE,
        COMPOUNDED
    }

    /** What it makes of the portions; the {@link Taken#reached} have it taken off, the others come back as they were. */
    Taken on(List<Portion> open, Counts counts) {
        return offer.on(this, open, counts);
    }

    /** What a discount reached and what it left. */
    record Taken(List<Portion> reached, List<Portion> rest) {
        boolean isNothing() {
            return reached.stream().allMatch(p -> p.lastCut().isZero());
        }
    }
}
