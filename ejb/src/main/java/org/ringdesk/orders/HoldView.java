package org.ringdesk.orders;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That an order is or was held.
 *
 * @param label of the code, as it was then
 * @param heldBy by the name the colleagues know
 * @param clearedAt null while it is held
 * @param lapsesAt when it is over by itself, or null
 * @param mayClear whether the caller may clear it
 */
public record HoldView(
        long id,
        String label,
        @Nullable String reason,
        Instant heldAt,
        String heldBy,
        @Nullable Instant clearedAt,
        @Nullable String clearedBy,
        @Nullable String clearReason,
        @Nullable Instant lapsesAt,
        boolean mayClear)
        implements Serializable {

    public boolean isOpen() {
        return clearedAt == null;
    }
}
