package org.ringdesk.agents;

/** How far the work after a call is. */
public enum AfterCallPhase {
    /** The call is on; the agent may ask for time after it. */
    POSSIBLE,
    /** The call is on; when it is over the work begins. */
    DUE,
    /** The call is over; the agent may still take the time, and note something in any case. */
    OFFERED,
    /** The agent works, and no call of a queue comes. */
    ON
}
