package org.ringdesk.payments;

/** How money comes. */
public enum PaymentMethod {
    /** Authorized at submit through the gateway, by token. */
    CARD,
    CHECK,
    /** On the customer's account, where the customer may. */
    ACCOUNT,
    /** A gift card of our own; redeemed at submit. */
    GIFT_CARD,
    /** A bank transfer that must come before anything is sent. */
    PREPAYMENT
}
