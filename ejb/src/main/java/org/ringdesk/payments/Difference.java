package org.ringdesk.payments;

/** What lies between an order's payments and what is due, and whether it may stand. */
public enum Difference {
    NONE,
    /** Some is missing that the channel tolerates of payments with a check. */
    SHORT_TOLERATED,
    /** A little more came than is due, which the channel tolerates. */
    OVER_TOLERATED,
    /** More came than is due; it is to be given back. */
    OVERPAID,
    /** It is still to be paid. */
    OWING,
    /** More was taken down than is due. */
    TOO_MUCH;

    /** Whether an order may be placed so. */
    public boolean isAccepted() {
        return this != OWING && this != TOO_MUCH;
    }

    /** Whether somebody should be told why. */
    public boolean isNotable() {
        return this == SHORT_TOLERATED || this == OVER_TOLERATED || this == OVERPAID;
    }
}
