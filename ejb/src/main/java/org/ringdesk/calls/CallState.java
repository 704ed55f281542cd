package org.ringdesk.calls;

/** Where a call stands, as its agent sees it. */
public enum CallState {
    WAITING,
    RINGING,
    TALKING,
    HELD,
    ENDED
}
