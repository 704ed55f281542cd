package org.ringdesk.cti.call;

import org.jspecify.annotations.Nullable;

/** An attempt to reach a channel. */
final class Dial {
    /** Null when the PBX itself dials: an originated call. */
    @Nullable
    Channel caller;

    /** The first outcome that was not an answer, empty while undecided. */
    String failure = "";

    /** On whose behalf it was said to ring; null while that was not said. */
    @Nullable
    Channel from;

    Dial(@Nullable Channel caller) {
        this.caller = caller;
    }
}
