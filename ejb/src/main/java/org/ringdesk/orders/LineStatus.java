package org.ringdesk.orders;

/** What became of an order's line after placing. */
public enum LineStatus {
    OPEN,
    /** Given to the warehouse. */
    RELEASED,
    PICKED,
    /** All of it has left. */
    SHIPPED,
    /** All of it is invoiced. */
    INVOICED,
    CANCELLED,
    /** What has not left yet waits for new goods. */
    BACKORDERED
}
