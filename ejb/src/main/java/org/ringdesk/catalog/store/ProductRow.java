package org.ringdesk.catalog.store;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringdesk.catalog.ProductNumber;
import org.ringdesk.catalog.ProductView;
import org.ringdesk.catalog.SalesUnit;
import org.ringdesk.shared.Money;

/**
 * A product as a query gives it.
 *
 * @param unit the base unit, with its names in the language asked for and in the other one
 * @param salesUnit what it is usually sold in, where that is not the base unit
 * @param more how many units it has beside the base unit
 */
public record ProductRow(
        long id,
        ProductNumber number,
        String name,
        String category,
        String picture,
        BigDecimal amount,
        String currency,
        String taxClass,
        int stock,
        String unit,
        String unitName,
        String otherName,
        @Nullable String salesUnit,
        Number more) {

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

    boolean hasMore() {
        return more.intValue() > 0;
    }

    /** @param further by their sizes */
    ProductView view(List<More> further) {
        Money price = Money.exact(amount, Currency.getInstance(currency));
        List<SalesUnit> units = new ArrayList<>();
        units.add(new SalesUnit(unit, unitName, words(unitName, otherName), 1, price));
        for (More m : further) {
            Money own = m.amount == null ? price.times(m.pieces) : Money.exact(m.amount, price.currency());
            units.add(new SalesUnit(m.code, m.name, words(m.name, m.otherName), m.pieces, own));
        }
        units.sort(Comparator.comparing((SalesUnit u) -> !u.code().equals(salesUnit)));
        return new ProductView(id, number, name, category, picture, price, taxClass, stock, units);
    }

    private static Set<String> words(String name, String other) {
        String one = name.toLowerCase(Locale.ROOT);
        String two = other.toLowerCase(Locale.ROOT);
        return one.equals(two) ? Set.of(one) : Set.of(one, two);
    }
}
