package org.ringdesk.orders;

/** An order for rooms that keep something about it by its id. */
public record OrderInHand(long id, long customerId, OrderView view) {}
