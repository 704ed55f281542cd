package org.ringdesk.catalog;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Currency;
import org.ringdesk.shared.Money;

/**
 * A product in a search list.
 *
 * @param name in the language asked for
 * @param picture path below {@code /resources/pictures}, e.g. {@code mug-blue.svg}
 * @param price in the channel asked for
 */
public record ProductView(
        long id,
        ProductNumber number,
        String name,
        String category,
        String picture,
        Money price,
        String taxClass,
        int stock)
        implements Serializable {

    /** As a query gives it. */
    public ProductView(
            long id,
            ProductNumber number,
            String name,
            String category,
            String picture,
            BigDecimal amount,
            String currency,
            String taxClass,
            int stock) {
        this(id, number, name, category, picture, Money.exact(amount, Currency.getInstance(currency)), taxClass, stock);
    }
}
