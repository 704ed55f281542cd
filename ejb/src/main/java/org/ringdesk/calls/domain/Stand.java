package org.ringdesk.calls.domain;

/** Where one person stands in a call; what they may do follows from it. */
public enum Stand {
    /** Nothing to do with it, or not any more. */
    NONE,
    RINGING,
    DIALLING,
    TALKING,
    HELD,
    CONSULT_RINGING,
    CONSULT_TALKING,
    CONSULT_ASIDE,
    CONFERENCE,
    /** Not the call's agent: consulted, called from within, or in a conference of another's. */
    GUEST,
    /** The call waits at a parking place. */
    PARKED,
    /** It rings at somebody else's phone. */
    RINGING_ELSEWHERE
}
