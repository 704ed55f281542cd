package org.ringdesk.pricing.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ringdesk.shared.Money;

/**
 * Which discounts the pieces get: one of the rivals alone, or all of those that add up. What saves the customer most wins, line by
 * line; a discount on several lines wins when with it the whole becomes cheaper than without. Equal savings stay with those that
 * add up, then with the code that is earlier in the alphabet.
 */
final class Contest {
    private final List<Discount> rivals;
    private final List<Discount> together;
    private final Counts counts;
    private final Currency currency;

    /** @param won by a rival; what is open the others share */
    record Outcome(List<Portion> won, List<Portion> open) {}

    Contest(List<Discount> rivals, List<Discount> together, List<Portion> open, Currency currency) {
        this.rivals =
                rivals.stream().sorted(Comparator.comparing(Discount::code)).toList();
        this.together = together.stream().sorted(Discount.SEQUENCE).toList();
        this.counts =
                Counts.of(Stream.concat(rivals.stream(), together.stream()).toList(), open);
        this.currency = currency;
    }

    /** Never dearer than without rivals. */
    Outcome settle(List<Portion> portions) {
        List<Discount> groups = new ArrayList<>(
                rivals.stream().filter(d -> !(d.offer() instanceof PerPiece)).toList());
        Outcome best = lineByLine(portions);
        List<Portion> won = new ArrayList<>();
        List<Portion> open = portions;
        while (true) {
            Discount winner = null;
            for (Discount group : groups) {
                Discount.Taken taken = group.on(open, counts);
                Outcome other = lineByLine(taken.rest());
                other.won.addAll(taken.reached());
                other.won.addAll(won);
                if (!taken.isNothing() && cost(other).compareTo(cost(best)) < 0) {
                    best = other;
                    winner = group;
                }
            }
            if (winner == null) {
                return best;
            }
            Discount.Taken taken = winner.on(open, counts);
            won.addAll(taken.reached());
            open = taken.rest();
            groups.remove(winner);
        }
    }

    /** What those that add up make of the portions, all of them one after the other. */
    List<Portion> addUp(List<Portion> open) {
        List<Portion> now = open;
        for (Discount discount : together) {
            Discount.Taken taken = discount.on(now, counts);
            now = Stream.concat(taken.reached().stream(), taken.rest().stream()).toList();
        }
        return now;
    }

    /** Only discounts on single pieces compete. Lines leave those that add up as long as that is better for them, or all do, or none does. */
    private Outcome lineByLine(List<Portion> portions) {
        Map<Portion, Portion> alone = new LinkedHashMap<>();
        portions.forEach(p -> Optional.ofNullable(alone(p)).ifPresent(one -> alone.put(p, one)));
        Outcome best = new Outcome(new ArrayList<>(), portions);
        Set<Integer> all = alone.keySet().stream().map(Portion::position).collect(Collectors.toSet());
        Set<Integer> leaving = new TreeSet<>();
        while (!leaving.equals(all)) {
            Map<Integer, Money> gains = gains(split(portions, leaving, alone).open, alone);
            gains.values().removeIf(gain -> !gain.isPositive());
            gains.keySet().removeAll(leaving);
            leaving.addAll(gains.isEmpty() ? all : gains.keySet());
            best = cheaper(best, split(portions, leaving, alone));
        }
        return best;
    }

    private static Outcome split(List<Portion> portions, Set<Integer> leaving, Map<Portion, Portion> alone) {
        List<Portion> won = new ArrayList<>();
        List<Portion> open = new ArrayList<>();
        for (Portion p : portions) {
            Portion one = alone.get(p);
            if (one != null && leaving.contains(p.position())) {
                won.add(one);
            } else {
                open.add(p);
            }
        }
        return new Outcome(won, open);
    }

    /** By how much each line would be better off alone than it is with those that add up. */
    private Map<Integer, Money> gains(List<Portion> open, Map<Portion, Portion> alone) {
        Map<Integer, Money> gains = new TreeMap<>();
        alone.keySet().forEach(p -> gains.put(p.position(), Money.zero(currency)));
        gains.keySet().retainAll(open.stream().map(Portion::position).collect(Collectors.toSet()));
        for (Portion p : open) {
            Money then = alone.getOrDefault(p, p).amount();
            gains.computeIfPresent(p.position(), (position, gain) -> gain.minus(then));
        }
        for (Portion p : addUp(open)) {
            gains.computeIfPresent(p.position(), (position, gain) -> gain.plus(p.amount()));
        }
        return gains;
    }

    private Outcome cheaper(Outcome one, Outcome other) {
        return cost(other).compareTo(cost(one)) < 0 ? other : one;
    }

    /** The portion with the one rival that takes most off it. */
    private @Nullable Portion alone(Portion portion) {
        Portion best = null;
        for (Discount rival : rivals) {
            if (rival.offer() instanceof PerPiece each) {
                Money off = each.off(portion, counts.of(rival));
                if (off.isPositive() && (best == null || off.compareTo(best.lastCut()) > 0)) {
                    best = portion.less(rival, off);
                }
            }
        }
        return best;
    }

    private Money cost(List<Portion> open) {
        return Portion.sum(addUp(open), currency);
    }

    private Money cost(Outcome outcome) {
        return Portion.sum(outcome.won, currency).plus(cost(outcome.open));
    }
}
