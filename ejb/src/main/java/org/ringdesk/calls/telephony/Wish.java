package org.ringdesk.calls.telephony;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ringdesk.calls.Move;
import org.ringdesk.cti.Destination;
import org.ringdesk.cti.PbxId;

/**
 * One command as it is told to the PBX.
 *
 * @param pbx null for the first
 * @param channel of the agent's phone in the call; empty where it has none yet
 * @param endpoint the agent's phone
 * @param text digits, a number, a parking place or somebody else's phone, by the move
 */
public record Wish(
        UUID key,
        Move move,
        @Nullable PbxId pbx,
        String channel,
        String endpoint,
        @Nullable Destination to,
        @Nullable String text) {

    String needed() {
        if (text == null) {
            throw new IllegalStateException(move + " without what it is about");
        }
        return text;
    }

    Destination destination() {
        if (to == null) {
            throw new IllegalStateException(move + " without a destination");
        }
        return to;
    }
}
