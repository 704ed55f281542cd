package org.ringdesk.cti;

/** Why a ring or a call ended. */
public enum EndReason {
    /** A ring: it was answered. */
    ANSWER,
    BUSY,
    NO_ANSWER,
    REJECTED,
    /** The caller gave up, or the PBX withdrew the ring. */
    CANCELLED,
    ANSWERED_ELSEWHERE,
    /** A call: the parties talked and one hung up. */
    COMPLETED,
    FAILED,
    /** The call ended while we could not see the PBX: it was gone from the next snapshot. */
    LOST
}
