package org.ringdesk.agents;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done to an agent's state and not by the agent; there until they choose a state again.
 *
 * @param by the name of who did it, or null
 */
public record Notice(Kind kind, @Nullable String by, Instant at) implements Serializable {
    /** What was done. */
    public enum Kind {
        /** The phone rang and was not answered. */
        MISSED_CALL,
        /** Somebody else sat down at the extension, for the browser had been gone. */
        TAKEN_OVER,
        /** Somebody with the right to do so signed the agent out. */
        FREED,
        /** The browser was gone for too long. */
        ABSENT
    }
}
