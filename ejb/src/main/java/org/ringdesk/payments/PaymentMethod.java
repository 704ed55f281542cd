package org.ringdesk.payments;

/** How money comes. */
public enum PaymentMethod {
    /** Authorized at submit through the gateway, by token. */
    CARD,
    CHECK,
    /** On the customer's account, where the customer may. */
    ACCOUNT
}
