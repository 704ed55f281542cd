package org.ringdesk.payments;

/** Where a payment stands. */
public enum PaymentStatus {
    NOT_SUBMITTED(true, false),
    /** Written down that the gateway is about to be asked; its answer is not here yet. */
    AUTHORIZING(true, false),
    AUTHORIZED(true, true),
    DECLINED(false, false),
    /** The gateway was asked and we do not know what it did; the reconciler asks again, nothing else does. */
    UNKNOWN(true, false),
    /** Check received or account charged. */
    POSTED(true, true),
    /** Taken back; the gateway has not confirmed it yet. */
    VOIDING(false, false),
    VOIDED(false, false),
    /** All of it was taken. */
    PAID(true, true),
    /** Promised by transfer, and not here yet: the order is placed and held. */
    EXPECTED(true, false);

    private final boolean covers;
    private final boolean secures;

    PaymentStatus(boolean covers, boolean secures) {
        this.covers = covers;
        this.secures = secures;
    }

    /** Whether it counts towards the total in the recap. */
    public boolean covers() {
        return covers;
    }

    /** Whether the money is certain. */
    public boolean secures() {
        return secures;
    }

    /** Whether an order may be placed with it: the money is certain, or the order will be held until it is. */
    public boolean places() {
        return secures || this == EXPECTED;
    }

    /** Whether it waits for the gateway. */
    public boolean isPending() {
        return this == AUTHORIZING || this == UNKNOWN;
    }
}
