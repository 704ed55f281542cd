package org.ringdesk.payments;

/** Why something waits in its queue. */
public enum WorkReason {
    DECLINED,
    UNKNOWN,
    UNREACHABLE,
    CHECK,
    /** Less was promised than is due. */
    SHORT,
    /** More was promised or kept than is due. */
    OVER,
    /** Invoiced, and no payment had enough left. */
    UNCOVERED,
    LIMIT,
    CAPTURE,
    REFUND,
    HELD
}
