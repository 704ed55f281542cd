package org.ringdesk.pricing;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringdesk.shared.Money;
import org.ringdesk.shared.Refusal;

/**
 * What it costs. All amounts but the prices of one unit are in whole minor units of the currency, and none is below zero. The
 * totals of the lines add up to the total.
 *
 * @param lines in the order of the basket
 * @param goods the sum of the lines after discounts
 * @param discount what was taken off to come to that
 * @param tax contained in the total where prices include it, else part of the sum that makes it
 * @param details every amount with the rule that gave it, in the order in which they were found
 */
public record Priced(
        List<Line> lines, Money goods, Money discount, Money charges, Money tax, Money total, List<Detail> details)
        implements Serializable {

    /**
     * @param discount taken off the line, with its share of what was taken off several lines
     * @param amount quantity times unit price, rounded, less the discount
     * @param charges the line's own and its share of the order's
     * @param tax on amount and charges, its share of the tax as rounded once for all
     * @param total the line's share of the total
     */
    public record Line(
            int position,
            BigDecimal taxPercent,
            Money unitPrice,
            Money discount,
            Money amount,
            Money charges,
            Money tax,
            Money total)
            implements Serializable {}

    /**
     * Where an amount comes from.
     *
     * @param code the rule's own name: of a price group, catalog, discount, coupon or charge, a reason, or a tax's jurisdiction
     *     and percentage; empty for the base price
     * @param position the line that it is about, or null
     * @param amount of one unit for prices; what was taken off for discounts; nothing for coupons
     */
    public record Detail(Rule rule, String code, @Nullable Integer position, Money amount) implements Serializable {}

    /**
     * Whether the coupons may stand on the order together with the one that was just added.
     *
     * @throws Refusal {@code pricing.code.unknown}, {@code pricing.coupon.not-valid}, {@code pricing.coupon.used-up} about the coupon
     *     added; {@code pricing.coupon.alone} when one shuts out another
     */
    public void mustTake(String added) {
        for (Detail d : details) {
            if (d.rule == Rule.COUPON_NOT_WITH_ANOTHER) {
                throw new Refusal("pricing.coupon.alone");
            }
            if (d.code.equals(added) && d.position == null) {
                refuse(d);
            }
        }
    }

    private static void refuse(Detail coupon) {
        switch (coupon.rule) {
            case COUPON_UNKNOWN -> throw new Refusal("pricing.code.unknown", coupon.code);
            case COUPON_NOT_VALID -> throw new Refusal("pricing.coupon.not-valid", coupon.code);
            case COUPON_USED_UP -> throw new Refusal("pricing.coupon.used-up", coupon.code);
            default -> {}
        }
    }

    /** In the order of the calculation. Of several prices of a line the last one counts. */
    public enum Rule {
        BASE_PRICE,
        CHANNEL_PRICE,
        CUSTOMER_PRICE,
        CATALOG_PRICE,
        AGREED_PRICE,
        COUPON_TAKEN,
        COUPON_UNKNOWN,
        COUPON_NOT_VALID,
        COUPON_USED_UP,
        COUPON_NOT_WITH_ANOTHER,
        SIMPLE_DISCOUNT,
        QUANTITY_DISCOUNT,
        MIX_AND_MATCH,
        THRESHOLD_DISCOUNT,
        CHARGE,
        CHARGE_FREE,
        MANUAL_CHARGE,
        TAX_INCLUDED,
        TAX_ADDED
    }
}
