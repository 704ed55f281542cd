package org.ringdesk.calls;

/** What an agent can do with a call at the screen. */
public enum Move {
    /** Calls a number from one's own phone. */
    DIAL,
    ANSWER,
    REJECT,
    HANG_UP,
    HOLD,
    RESUME,
    /** The others no longer hear one's phone. */
    MUTE,
    UNMUTE,
    /** Passes the call on without asking. */
    TRANSFER,
    /** Asks somebody, while the caller waits. */
    CONSULT,
    /** The consulted one gets the call, also while their phone still rings. */
    COMPLETE,
    /** Back to the caller; the consulted one is let go. */
    CANCEL,
    /** Talks with the other of the two. */
    TOGGLE,
    /** All three talk. */
    CONFERENCE,
    DIGITS,
    PARK,
    /** Takes a call from its parking place. */
    RETRIEVE,
    /** Takes a call that rings at a colleague's phone. */
    PICK_UP
}
