package org.ringdesk.payments.gateway;

import org.ringdesk.shared.Money;

/**
 * Money that a gateway is asked to take of what it authorized, or to give back of what it took.
 *
 * @param key the same however often it is sent; the gateway does it once
 * @param charge what was authorized
 * @param reference the gateway's own name of the authorization
 * @param last whether nothing more will be taken of it: what is left of the authorization is released
 */
public record Take(String key, Charge charge, String reference, Money amount, boolean last) {}
