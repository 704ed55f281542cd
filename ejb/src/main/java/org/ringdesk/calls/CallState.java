package org.ringdesk.calls;

/** Where a call stands, as its agent sees it. */
public enum CallState {
    WAITING,
    /** The agent calls out: their phone rings, or the other side's. */
    DIALLING,
    RINGING,
    TALKING,
    HELD,
    ENDED
}
