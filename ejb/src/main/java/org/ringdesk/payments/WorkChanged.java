package org.ringdesk.payments;

/**
 * Something came into a channel's work queues, went out of them or was taken; fired in the transaction.
 *
 * @param channel its id
 */
public record WorkChanged(long channel) {}
