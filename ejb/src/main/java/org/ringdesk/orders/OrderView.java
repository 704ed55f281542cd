package org.ringdesk.orders;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.ChannelView;
import org.ringdesk.catalog.ProductNumber;
import org.ringdesk.cti.CallId;
import org.ringdesk.customers.CustomerNumber;
import org.ringdesk.pricing.Basket;
import org.ringdesk.shared.Money;

/**
 * An order with its lines.
 *
 * @param version of the state shown; commands give it back, so that nobody overwrites what they have not seen
 * @param sourceCode of the catalog that the customer holds, or null
 * @param coupons as entered
 * @param terms how and when it is wanted, for every line that does not differ
 * @param handCharges what was charged by hand, part of the charges
 * @param goods sum of the lines after discounts (with tax where the channel's prices include it)
 * @param discount what was taken off to come to the goods
 * @param tax part of the total where prices include it, else added to it
 * @param handedBy who gave it to its agent together with the call, and no longer changes it; or null
 * @param changing whether it was placed, and is being changed
 * @param cancelled what of the total is no longer due
 * @param problem why a submitted order must not be processed, a key below {@code order.problem.}, or null
 */
public record OrderView(
        OrderNumber number,
        long version,
        ChannelView channel,
        CustomerNumber customer,
        String customerName,
        @Nullable CallId call,
        String agent,
        @Nullable String handedBy,
        OrderStatus status,
        boolean changing,
        List<Line> lines,
        @Nullable String sourceCode,
        List<String> coupons,
        DeliveryTerms terms,
        List<Basket.ManualCharge> handCharges,
        Money goods,
        Money discount,
        Money charges,
        Money tax,
        Money total,
        Money cancelled,
        Instant changedAt,
        @Nullable Instant placedAt,
        @Nullable String problem)
        implements Serializable {

    /** What is wanted for it. */
    public Money due() {
        return total.minus(cancelled);
    }

    /** Whether the person handed it on: to be looked at only. */
    public boolean isHandedOnBy(String login) {
        return login.equals(handedBy) && !login.equals(agent);
    }

    /**
     * @param position counts from 1 and stays with the line
     * @param quantity in the line's unit
     * @param unit code of the measure
     * @param unitName in the channel's language; pieces have none
     * @param unitPieces how many of the product's base units one unit is
     * @param unitPrice of one unit, before discounts
     * @param amount quantity times price, less the discount
     * @param agreedReason why the price was given by hand, or null
     * @param own how far the terms differ from those of the order
     * @param shipped how many units have left
     * @param invoiced how many of them are invoiced
     * @param supply when it comes, and how
     */
    public record Line(
            int position,
            ProductNumber product,
            String name,
            String picture,
            int quantity,
            String unit,
            String unitName,
            int unitPieces,
            Money unitPrice,
            BigDecimal taxPercent,
            Money discount,
            Money amount,
            @Nullable String agreedReason,
            DeliveryTerms own,
            LineStatus status,
            int shipped,
            int invoiced,
            Supply supply)
            implements Serializable {

        /** So many of its unit, as it is read. */
        public String counted(int units) {
            return unitName.isEmpty() ? Integer.toString(units) : units + " " + unitName;
        }

        public String counted() {
            return counted(quantity);
        }
    }
}
