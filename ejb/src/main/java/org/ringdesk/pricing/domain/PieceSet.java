package org.ringdesk.pricing.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A set of a mix and match, the dearest pieces of each group, and how often in a row the same portions make such a set.
 *
 * @param pieces of each portion, by its place in the list
 */
record PieceSet(Map<Integer, Integer> pieces, int times) {

    /**
     * @param open the dearest first
     * @return null when there are not enough pieces for a set
     */
    static @Nullable PieceSet of(List<MixAndMatch.Group> groups, List<Portion> open, int most) {
        Map<Integer, Integer> pieces = new HashMap<>();
        for (MixAndMatch.Group group : groups) {
            int missing = group.quantity();
            for (int i = 0; i < open.size() && missing > 0; i++) {
                int free = open.get(i).quantity() - pieces.getOrDefault(i, 0);
                int taken = group.scope().covers(open.get(i).item()) ? Math.min(free, missing) : 0;
                if (taken > 0) {
                    pieces.merge(i, taken, Integer::sum);
                    missing -= taken;
                }
            }
            if (missing > 0) {
                return null;
            }
        }
        int times = pieces.entrySet().stream()
                .mapToInt(e -> open.get(e.getKey()).quantity() / e.getValue())
                .min()
                .orElseThrow();
        return new PieceSet(pieces, Math.min(times, most));
    }

    /** Takes the pieces of all its sets out of the list, which keeps the others. */
    List<Portion> takeFrom(List<Portion> open) {
        List<Portion> taken = new ArrayList<>();
        List<Portion> kept = new ArrayList<>();
        for (int i = 0; i < open.size(); i++) {
            Portion p = open.get(i);
            int wanted = pieces.getOrDefault(i, 0) * times;
            Portion part = wanted == p.quantity() ? p : p.first(wanted);
            if (wanted > 0) {
                taken.add(part);
            }
            if (wanted < p.quantity()) {
                kept.add(wanted == 0 ? p : p.without(part));
            }
        }
        open.clear();
        open.addAll(kept);
        taken.sort(Portion.DEAREST);
        return taken;
    }
}
