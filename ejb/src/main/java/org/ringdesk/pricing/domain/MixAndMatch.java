package org.ringdesk.pricing.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ringdesk.pricing.Priced;
import org.ringdesk.shared.Money;

/**
 * A set of pieces that belong together. Sets are made of the dearest pieces first, as often as there are pieces for one and
 * something is saved; a piece is in one set only. A product should be in one group only: groups are filled in their order.
 *
 * @param most how many sets an order has at most
 */
public record MixAndMatch(List<Group> groups, Deal deal, int most) implements Offer {

    /** So many pieces of these products. */
    public record Group(Scope scope, int quantity) {
        public Group {
            if (quantity < 1) {
                throw new IllegalArgumentException("Quantity " + quantity);
            }
        }
    }

    /** What a set gets: a reduction of the whole, or its cheapest pieces free. */
    public sealed interface Deal {
        record OffTheSet(Reduction reduction) implements Deal {}

        record CheapestFree(int pieces) implements Deal {}
    }

    public MixAndMatch {
        groups = List.copyOf(groups);
        int size = groups.stream().mapToInt(Group::quantity).sum();
        if (size < 1 || most < 1 || deal instanceof Deal.CheapestFree free && (free.pieces < 1 || free.pieces > size)) {
            throw new IllegalArgumentException("Groups " + groups + ", " + deal);
        }
    }

    @Override
    public Discount.Taken on(Discount discount, List<Portion> open, Counts counts) {
        List<Portion> rest = open.stream().sorted(Portion.DEAREST).toList();
        List<Portion> reached = new ArrayList<>();
        int left = most;
        while (left > 0) {
            PieceSet set = PieceSet.of(groups, rest, left);
            if (set == null) {
                break;
            }
            List<Portion> kept = new ArrayList<>(rest);
            List<Portion> less = less(discount, set.takeFrom(kept), set.times());
            if (less.stream().allMatch(p -> p.lastCut().isZero())) {
                break;
            }
            rest = kept;
            reached.addAll(less);
            left -= set.times();
        }
        return new Discount.Taken(reached, rest);
    }

    private List<Portion> less(Discount discount, List<Portion> pieces, int sets) {
        if (deal instanceof Deal.CheapestFree free) {
            return cheapestFree(discount, pieces, free.pieces * sets);
        }
        Reduction reduction = ((Deal.OffTheSet) deal).reduction;
        List<Money> amounts = pieces.stream().map(Portion::amount).toList();
        Money worth = amounts.stream().reduce(Money::plus).orElseThrow();
        List<Money> shares = Shares.of(reduction.off(worth, sets), amounts);
        return IntStream.range(0, shares.size())
                .mapToObj(i -> pieces.get(i).less(discount, shares.get(i)))
                .toList();
    }

    private static List<Portion> cheapestFree(Discount discount, List<Portion> pieces, int free) {
        List<Portion> less = new ArrayList<>();
        int left = free;
        for (Portion p : pieces.stream().sorted(Portion.DEAREST.reversed()).toList()) {
            Portion given = p.first(Math.min(left, p.quantity()));
            left -= given.quantity();
            less.add(p.less(discount, given.amount()));
        }
        return less;
    }

    @Override
    public Reduction.Kind kind() {
        return deal instanceof Deal.OffTheSet set ? set.reduction.kind() : Reduction.Kind.AMOUNT;
    }

    @Override
    public Priced.Rule rule() {
        return Priced.Rule.MIX_AND_MATCH;
    }
}
