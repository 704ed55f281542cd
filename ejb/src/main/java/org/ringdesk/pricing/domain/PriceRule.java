package org.ringdesk.pricing.domain;

import org.ringdesk.pricing.Basket;
import org.ringdesk.shared.Money;

/**
 * A price of one product: agreed for a price group, or printed in a catalog.
 *
 * @param code of the group or catalog
 * @param unit in which the product is sold at this price; lines in another unit do not have it
 * @param fromQuantity of the product in the whole basket, counted in the unit
 */
public record PriceRule(
        Tier tier, String code, long product, String unit, int fromQuantity, Period valid, Money price) {

    /** Where it comes from; a later one goes before an earlier one. */
    public enum Tier {
        CHANNEL_GROUP,
        CUSTOMER_GROUP,
        CATALOG
    }

    public PriceRule {
        if (fromQuantity < 1 || price.amount().signum() < 0) {
            throw new IllegalArgumentException("Price " + price + " from " + fromQuantity);
        }
    }

    boolean concerns(Basket.Item item) {
        return product == item.product() && unit.equals(item.unit());
    }
}
