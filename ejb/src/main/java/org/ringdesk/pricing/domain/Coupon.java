package org.ringdesk.pricing.domain;

/**
 * A code that opens a discount.
 *
 * @param discount its code
 * @param exclusive not together with another coupon
 * @param usedUp as often as it may be, by all or by this customer
 */
public record Coupon(String code, String discount, boolean exclusive, Period valid, boolean usedUp) {}
