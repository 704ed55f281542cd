package org.ringdesk.orders;

/** What can happen to an order; the position is its number in the text of {@code order.changed}. */
public enum OrderEventKind {
    STARTED,
    LINE_ADDED,
    QUANTITY_CHANGED,
    LINE_REMOVED,
    PAYMENT_ADDED,
    PAYMENT_REMOVED,
    SUBMITTED,
    PLACED,
    STOPPED,
    CANCELLED
}
