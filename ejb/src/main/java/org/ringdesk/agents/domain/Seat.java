package org.ringdesk.agents.domain;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** Where an agent sits, if anywhere, and what the PBX knows of it. Another value for each change, as with every embeddable here. */
@Embeddable
class Seat {
    private @Nullable String endpoint;
    private boolean joined;
    private boolean reachable = true;
    private boolean told = true;

    protected Seat() {}

    private static Seat of(@Nullable String endpoint, boolean joined, boolean reachable, boolean told) {
        Seat seat = new Seat();
        seat.endpoint = endpoint;
        seat.joined = joined;
        seat.reachable = reachable;
        seat.told = told;
        return seat;
    }

    /** The PBX has to hear it. A phone counts as there until it is said not to be. */
    static Seat at(String endpoint) {
        return of(endpoint, false, true, false);
    }

    /** The PBX has to hear that, too. */
    static Seat left() {
        return of(null, false, true, false);
    }

    Seat reachable(boolean now) {
        return of(endpoint, joined, now, told);
    }

    /** Something is wished that the PBX has not heard. */
    Seat untold() {
        return of(endpoint, joined, reachable, false);
    }

    /** The PBX has taken all of it. */
    Seat told() {
        return of(endpoint, endpoint != null, reachable, true);
    }

    /** The PBX may have forgotten it. */
    Seat forgotten() {
        return endpoint == null ? this : of(endpoint, false, reachable, false);
    }

    @Nullable
    String endpoint() {
        return endpoint;
    }

    boolean isJoined() {
        return joined;
    }

    boolean isReachable() {
        return reachable;
    }

    boolean isTold() {
        return told;
    }
}
