package org.ringdesk.catalog;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Map;

/**
 * A unit that a product is sold in beside its base unit.
 *
 * @param pieces how many base units one is
 * @param usual whether it is meant where nobody says a unit
 * @param prices of its own, by id of the channel, in the channel's currency; elsewhere one costs as much as its base units
 */
public record ProductUnitView(
        ProductNumber product,
        String unit,
        int pieces,
        boolean usual,
        boolean active,
        Map<Long, BigDecimal> prices,
        long version)
        implements Serializable {
    public static final int MOST_PIECES = 9999;

    public ProductUnitView {
        prices = Map.copyOf(prices);
    }
}
