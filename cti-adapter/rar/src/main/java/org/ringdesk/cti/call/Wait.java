package org.ringdesk.cti.call;

import java.time.Instant;

/** A caller's wait in a queue. */
final class Wait {
    final String queue;
    final Channel caller;
    final Instant since;
    int position;
    /** Where in the dialplan the caller was when the wait began: whoever is elsewhere has left. */
    String place;

    boolean told;
    boolean abandonSaid;
    boolean leaveSaid;
    int holdSeconds = -1;

    Wait(String queue, Channel caller, Instant since, int position) {
        this.queue = queue;
        this.caller = caller;
        this.since = since;
        this.position = position;
        this.place = caller.place;
    }

    /** The same wait, gone on with by the caller who was passed into it. */
    Wait of(Channel passedOn) {
        Wait wait = new Wait(queue, passedOn, since, position);
        wait.told = told;
        return wait;
    }
}
