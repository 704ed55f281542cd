package org.ringdesk.orders;

import java.io.Serializable;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ringdesk.shared.Refusal;

/**
 * That a parcel left.
 *
 * @param reference the sender's own name of it; told again under the same name it is the same parcel
 * @param tracking the carrier's number to follow it by, or null
 * @param pieces how many of which line, by position, counted in the line's unit: 1 of a line of boxes is a box
 */
public record Shipped(
        String reference,
        @Nullable String carrier,
        @Nullable String tracking,
        Map<Integer, Integer> pieces) implements Serializable {
    private static final Pattern REFERENCE = Pattern.compile("[\\p{L}\\p{N}._/-]{1,40}");
    private static final int CARRIER = 40;
    private static final int TRACKING = 60;

    /** @throws Refusal {@code fulfilment.text} */
    public Shipped {
        if (!REFERENCE.matcher(reference).matches()
                || carrier != null && carrier.length() > CARRIER
                || tracking != null && tracking.length() > TRACKING) {
            throw new Refusal("fulfilment.text");
        }
        pieces = Map.copyOf(pieces);
    }
}
