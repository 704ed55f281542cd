package org.ringdesk.orders;

/**
 * A parcel of an order left, told for the first time. Fired in the transaction.
 *
 * @param order its id
 * @param reference the sender's own name of the parcel
 */
public record ParcelSent(long order, OrderNumber number, long channelId, String reference) {}
