package org.ringdesk.catalog;

import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an order line does not keep of its product.
 *
 * @param category its code
 * @param unit it is counted in
 * @param picture path below {@code /resources/pictures}
 */
public record ProductTraits(
        long id,
        String picture,
        String taxClass,
        String category,
        String unit,
        ItemRules rules,
        Attributes attributes,
        Availability stock)
        implements Serializable {

    /** As a query gives it. */
    public ProductTraits(
            long id,
            String picture,
            String taxClass,
            String category,
            String unit,
            @Nullable LocalDate sellFrom,
            @Nullable LocalDate sellTo,
            boolean shipsAlone,
            boolean adjustable,
            boolean returnable,
            String attributes,
            boolean backorder,
            @Nullable Integer leadDays,
            @Nullable Integer onHand,
            @Nullable Integer reserved,
            @Nullable String expected) {
        this(
                id,
                picture,
                taxClass,
                category,
                unit,
                new ItemRules(sellFrom, sellTo, shipsAlone, adjustable, returnable),
                Attributes.read(attributes),
                Availability.of(new Availability.Count(backorder, leadDays, onHand, reserved, expected)));
    }
}
