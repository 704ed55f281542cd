package org.ringdesk.catalog.store;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringdesk.catalog.Attributes;
import org.ringdesk.catalog.Availability;
import org.ringdesk.catalog.ItemRules;
import org.ringdesk.catalog.ProductNumber;
import org.ringdesk.catalog.ProductView;
import org.ringdesk.catalog.SalesUnit;
import org.ringdesk.shared.Money;

/** A product as a query gives it, part by part. */
record ProductRow(Named named, Base base, ItemRules rules, Availability.Count count) {

    /**
     * What it is.
     *
     * @param attributes as they are kept
     */
    public record Named(
            long id,
            ProductNumber number,
            String name,
            String category,
            String picture,
            String taxClass,
            String attributes) {}

    /**
     * The base unit with its price.
     *
     * @param name in the language asked for
     * @param otherName in the other one
     * @param salesUnit what the product is usually sold in, where that is not the base unit
     * @param more how many units it has beside the base unit
     */
    public record Base(
            String code,
            String name,
            String otherName,
            BigDecimal amount,
            String currency,
            @Nullable String salesUnit,
            Number more) {}

    /**
     * A further unit as a query gives it.
     *
     * @param amount its own price, or null
     */
    public record More(
            long product,
            String code,
            String name,
            String otherName,
            int pieces,
            @Nullable BigDecimal amount) {}

    static ProductRow of(Object[] parts) {
        return new ProductRow((Named) parts[0], (Base) parts[1], (ItemRules) parts[2], (Availability.Count) parts[3]);
    }

    long id() {
        return named.id;
    }

    boolean hasMore() {
        return base.more.intValue() > 0;
    }

    /**
     * At the price of the list, and not promised yet.
     *
     * @param further by their sizes
     */
    ProductView view(String language, List<More> further) {
        return new ProductView(
                named.id,
                named.number,
                named.name,
                named.category,
                named.picture,
                named.taxClass,
                units(further),
                Attributes.read(named.attributes).text(language),
                rules,
                Availability.of(count),
                null);
    }

    private List<SalesUnit> units(List<More> further) {
        Money price = Money.exact(base.amount, Currency.getInstance(base.currency));
        List<SalesUnit> units = new ArrayList<>();
        units.add(new SalesUnit(base.code, base.name, words(base.name, base.otherName), 1, price));
        for (More m : further) {
            Money own = m.amount == null ? price.times(m.pieces) : Money.exact(m.amount, price.currency());
            units.add(new SalesUnit(m.code, m.name, words(m.name, m.otherName), m.pieces, own));
        }
        units.sort(Comparator.comparing((SalesUnit u) -> !u.code().equals(base.salesUnit)));
        return units;
    }

    private static Set<String> words(String name, String other) {
        String one = name.toLowerCase(Locale.ROOT);
        String two = other.toLowerCase(Locale.ROOT);
        return one.equals(two) ? Set.of(one) : Set.of(one, two);
    }
}
