package org.ringdesk.pricing.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many pieces there are for each quantity discount, counted once before discounts compete: a piece counts even if another discount gets it. */
record Counts(Map<String, Long> pieces) {
    static Counts of(List<Discount> discounts, List<Portion> open) {
        Map<String, Long> pieces = new HashMap<>();
        for (Discount discount : discounts) {
            if (discount.offer() instanceof PerPiece each) {
                pieces.put(
                        discount.code(),
                        open.stream()
                                .filter(p -> each.scope().covers(p.item()))
                                .mapToLong(Portion::quantity)
                                .sum());
            }
        }
        return new Counts(pieces);
    }

    long of(Discount discount) {
        return pieces.getOrDefault(discount.code(), 0L);
    }
}
