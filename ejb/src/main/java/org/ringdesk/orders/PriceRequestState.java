package org.ringdesk.orders;

/** What became of a price that was asked for; the position is its number in the text of {@code order.request.over}. */
public enum PriceRequestState {
    /** Waits for a supervisor. */
    ASKED,
    /** The order has the price that the supervisor agreed to. */
    APPROVED,
    REFUSED,
    /** Nobody answered in time. */
    TIMED_OUT,
    /** The agent took it back, or its line is no longer what it was asked for. */
    WITHDRAWN
}
