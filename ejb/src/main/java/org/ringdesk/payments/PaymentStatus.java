package org.ringdesk.payments;

/** Where a payment stands. */
public enum PaymentStatus {
    NOT_SUBMITTED,
    AUTHORIZED,
    DECLINED,
    /** The gateway was asked and we do not know what it did; the reconciler asks again, nothing else does. */
    UNKNOWN,
    /** Check received or account charged. */
    POSTED,
    VOIDED
}
