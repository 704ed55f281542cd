package org.ringdesk.pricing.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import org.ringdesk.pricing.Basket;
import org.ringdesk.shared.Money;

/**
 * Pieces of a line that are treated alike: base units, whatever unit the line is sold in. A line begins as one portion; a discount
 * that reaches only some of its pieces splits it.
 *
 * @param amount what the pieces cost together after what was taken off
 * @param cuts what was taken off, in order
 * @param closed nothing more is taken off
 */
record Portion(int position, Basket.Item item, int quantity, Money amount, List<Cut> cuts, boolean closed) {

    /** What a discount took off. */
    record Cut(Discount discount, Money off) {}

    /** The dearest piece first; the rest only so that the order of lines never matters. */
    static final Comparator<Portion> DEAREST = ((Comparator<Portion>) Portion::isCheaper)
            .thenComparing(Portion::position)
            .thenComparing(Portion::quantity)
            .thenComparing(Portion::amount);

    private int isCheaper(Portion other) {
        return other.amount.times(quantity).compareTo(amount.times(other.quantity));
    }

    Portion less(Discount discount, Money off) {
        List<Cut> all = new ArrayList<>(cuts);
        all.add(new Cut(discount, off));
        return new Portion(position, item, quantity, amount.minus(off), List.copyOf(all), closed);
    }

    Money lastCut() {
        return cuts.get(cuts.size() - 1).off();
    }

    Portion close() {
        return new Portion(position, item, quantity, amount, cuts, true);
    }

    /** So many of the pieces, with their part of all amounts. */
    Portion first(int pieces) {
        return new Portion(
                position,
                item,
                pieces,
                part(amount, pieces),
                cuts.stream().map(c -> new Cut(c.discount, part(c.off, pieces))).toList(),
                closed);
    }

    /** The pieces without the first ones. */
    Portion without(Portion first) {
        List<Cut> rest = new ArrayList<>();
        for (int i = 0; i < cuts.size(); i++) {
            rest.add(new Cut(cuts.get(i).discount, cuts.get(i).off.minus(first.cuts.get(i).off)));
        }
        return new Portion(
                position, item, quantity - first.quantity, amount.minus(first.amount), List.copyOf(rest), closed);
    }

    private Money part(Money whole, int pieces) {
        BigDecimal part = whole.amount()
                .multiply(BigDecimal.valueOf(pieces))
                .divide(
                        BigDecimal.valueOf(quantity),
                        whole.currency().getDefaultFractionDigits(),
                        RoundingMode.HALF_UP);
        return new Money(part, whole.currency());
    }

    static Money sum(Collection<Portion> portions, Currency currency) {
        return portions.stream().map(Portion::amount).reduce(Money.zero(currency), Money::plus);
    }
}
