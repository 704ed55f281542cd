package org.ringdesk.orders;

/** Where an order stands. What may follow what is one table in the order itself. */
public enum OrderStatus {
    DRAFT,
    /** Submitted, but a payment's outcome is not known or was refused; it must not be processed. */
    SUBMITTED,
    PLACED,
    ON_HOLD,
    SHIPPED,
    INVOICED,
    CANCELLED,
    /** Given to the warehouse. */
    RELEASED,
    PICKED,
    /** Some of it waits for new goods. */
    BACKORDERED
}
