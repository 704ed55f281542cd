package org.ringdesk.payments;

/** What somebody has to look after. */
public enum WorkQueue {
    /** Payments by card that were declined, of orders not placed yet. */
    DECLINED,
    /** Payments of which nobody knows whether they went through, or which could not be tried. */
    PENDING,
    /** Checks of orders on hold. */
    CHECK,
    /** Payments that do not come to what is due, or invoices that they do not cover. */
    BALANCE,
    /** Orders that a customer wanted on account beyond the credit limit. */
    CREDIT,
    /** Money that the gateway refused to take or to give back. */
    REFUSED,
    /** Orders held by hand. */
    HELD
}
