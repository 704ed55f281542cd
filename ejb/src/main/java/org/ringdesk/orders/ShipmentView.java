package org.ringdesk.orders;

import java.io.Serializable;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A parcel that left.
 *
 * @param pieces how many of which line, by position, counted in the line's unit
 */
public record ShipmentView(
        String reference,
        @Nullable String carrier,
        @Nullable String tracking,
        Instant at,
        Map<Integer, Integer> pieces) implements Serializable {}
