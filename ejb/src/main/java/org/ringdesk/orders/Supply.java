package org.ringdesk.orders;

import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How an order's line is supplied; pieces are the product's base units, whatever unit the line is in.
 *
 * @param kept whether this is what was promised when the order was submitted; else it is how things stand now
 * @param available how many pieces there are for it now; 0 of what was promised
 * @param missing how many of its pieces are not there
 * @param allowed whether it can be ordered so
 * @param promised when all of it is with the customer, or null when nobody knows
 * @param late whether that day has passed and not all of it has left
 * @param alone whether it is sent in a parcel of its own
 * @param returnable whether it is taken back
 * @param attributes of the product, in the channel's language
 */
public record Supply(
        boolean kept,
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
