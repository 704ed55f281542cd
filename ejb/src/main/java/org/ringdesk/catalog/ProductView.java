package org.ringdesk.catalog;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.ringdesk.shared.Money;

/**
 * A product in a search list.
 *
 * @param name in the language asked for
 * @param picture path below {@code /resources/pictures}, e.g. {@code mug-blue.svg}
 * @param price in the channel asked for: of the list, or the customer's own where somebody found it
 * @param listPrice in the channel asked for
 * @param unit it is sold in
 * @param attributes in the language asked for
 * @param promised when one of it is with the customer, or null when nobody knows
 */
public record ProductView(
        long id,
        ProductNumber number,
        String name,
        String category,
        String picture,
        Money price,
        Money listPrice,
        String taxClass,
        String unit,
        String attributes,
        ItemRules rules,
        Availability stock,
        @Nullable LocalDate promised)
        implements Serializable {

    /** As a query gives it, attributes as they are kept. */
    public ProductView(
            long id,
            ProductNumber number,
            String name,
            String category,
            String picture,
            BigDecimal amount,
            String currency,
            String taxClass,
            String unit,
            String attributes,
            @Nullable LocalDate sellFrom,
            @Nullable LocalDate sellTo,
            boolean shipsAlone,
            boolean adjustable,
            boolean returnable,
            boolean backorder,
            @Nullable Integer leadDays,
            @Nullable Integer onHand,
            @Nullable Integer reserved,
            @Nullable String expected) {
        this(
                id,
                number,
                name,
                category,
                picture,
                Money.exact(amount, Currency.getInstance(currency)),
                Money.exact(amount, Currency.getInstance(currency)),
                taxClass,
                unit,
                attributes,
                new ItemRules(sellFrom, sellTo, shipsAlone, adjustable, returnable),
                Availability.of(backorder, leadDays, onHand, reserved, expected),
                null);
    }

    /** Its attributes as people read them. */
    public ProductView in(String language) {
        String read = Attributes.read(attributes).text(language);
        return new ProductView(
                id, number, name, category, picture, price, listPrice, taxClass, unit, read, rules, stock, promised);
    }

    public ProductView at(Money own) {
        return new ProductView(
                id,
                number,
                name,
                category,
                picture,
                own,
                listPrice,
                taxClass,
                unit,
                attributes,
                rules,
                stock,
                promised);
    }

    /** @param days working days from the shelf to the customer */
    public ProductView promised(LocalDate today, int days) {
        return new ProductView(
                id,
                number,
                name,
                category,
                picture,
                price,
                listPrice,
                taxClass,
                unit,
                attributes,
                rules,
                stock,
                stock.promise(1, today, days).orElse(null));
    }
}
