package org.ringdesk.orders;

import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How an order's line is supplied: as things stand now while the order is edited, as it was promised once it is placed.
 *
 * @param available how many pieces there are for it; 0 once it is placed
 * @param missing how many of its pieces are not there
 * @param allowed whether it can be ordered so
 * @param promised when all of it is with the customer, or null when nobody knows
 * @param late whether that day has passed and not all of it has left
 * @param alone whether it is sent in a parcel of its own
 * @param returnable whether it is taken back
 * @param attributes of the product, in the channel's language
 */
public record Supply(
        int available,
        int missing,
        boolean allowed,
        @Nullable LocalDate promised,
        boolean late,
        boolean alone,
        boolean returnable,
        String attributes)
        implements Serializable {

    /** More is wanted than there is, and will come later. */
    public boolean isBackordered() {
        return allowed && missing > 0;
    }
}
