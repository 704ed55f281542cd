package org.ringdesk.catalog;

import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.ringdesk.shared.Refusal;

/**
 * How a product is sold.
 *
 * @param sellFrom the first day on which it is, in the channel; null: without beginning
 * @param sellTo the last one, or null
 * @param shipsAlone whether it is sent in a parcel of its own
 * @param adjustable whether its price may be given by hand
 * @param returnable whether it is taken back
 */
public record ItemRules(
        @Nullable LocalDate sellFrom,
        @Nullable LocalDate sellTo,
        boolean shipsAlone,
        boolean adjustable,
        boolean returnable)
        implements Serializable {
    public static final ItemRules USUAL = new ItemRules(null, null, false, true, true);

    public boolean isSoldOn(LocalDate day) {
        return (sellFrom == null || !day.isBefore(sellFrom)) && (sellTo == null || !day.isAfter(sellTo));
    }

    /** @throws Refusal {@code product.sold-from} with the product's name and the day, {@code product.sold-until} */
    public void mustBeSoldOn(LocalDate day, String name) {
        if (sellFrom != null && day.isBefore(sellFrom)) {
            throw new Refusal("product.sold-from", name, sellFrom);
        }
        if (sellTo != null && day.isAfter(sellTo)) {
            throw new Refusal("product.sold-until", name, sellTo);
        }
    }
}
