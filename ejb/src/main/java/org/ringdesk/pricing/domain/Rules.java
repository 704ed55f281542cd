package org.ringdesk.pricing.domain;

import java.util.List;

/** The rules that a basket is priced by. Those that do not concern it do no harm. */
public record Rules(
        List<PriceRule> prices, List<Discount> discounts, List<Coupon> coupons, List<Charge> charges, Taxes taxes) {
    public Rules {
        prices = List.copyOf(prices);
        discounts = List.copyOf(discounts);
        coupons = List.copyOf(coupons);
        charges = List.copyOf(charges);
    }
}
