package org.ringdesk.payments.gateway;

/**
 * What may be kept of a card.
 *
 * @param brand the gateway's word for it
 * @param lastFour digits
 */
public record Card(String brand, String lastFour) {}
