package org.ringdesk.cti;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, as the network said it; both texts come from outside and may hold anything printable.
 *
 * @param number the ANI as delivered, or null when there is none or it was withheld
 * @param name the display name, or null
 * @param withheld whether the caller asked for the number not to be shown
 */
public record Caller(@Nullable String number, @Nullable String name, boolean withheld) implements Serializable {
    public static final Caller WITHHELD = new Caller(null, null, true);
}
