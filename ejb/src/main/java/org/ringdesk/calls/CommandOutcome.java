package org.ringdesk.calls;

/** What became of something an agent asked the PBX to do. */
public enum CommandOutcome {
    /** On its way: the PBX has not shown yet that it did it. */
    IN_FLIGHT,
    CONFIRMED,
    /** The time in which its effect should have shown is over: nobody knows. */
    UNCONFIRMED,
    /** The PBX said no. */
    REFUSED,
    /** There was no live link: it was not sent. */
    NOT_SENT
}
