package org.ringdesk.orders;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.ringdesk.shared.Money;

/** One row of a customer's history or of an agent's drafts; {@code at} is when it was placed, for others when it changed last. */
public record OrderSummary(
        OrderNumber number, OrderStatus status, Instant at, int lines, Money total, String customerName)
        implements Serializable {

    /** What it is read by, up to its conditions; the customer's name comes by a join over the rooms' border. */
    public static final String QUERY = "select new org.ringdesk.orders.OrderSummary(o.number, o.status, o.placedAt,"
            + " o.changedAt, (select count(l) from OrderLine l where l.order = o), o.deal.totals.total, o.currency,"
            + " c.firstName, c.lastName) from SalesOrder o join Customer c on c.id = o.customerId where ";

    /** As a query gives it. */
    public OrderSummary(
            OrderNumber number,
            OrderStatus status,
            @Nullable Instant placedAt,
            Instant changedAt,
            Number lines,
            BigDecimal total,
            String currency,
            String firstName,
            String lastName) {
        this(
                number,
                status,
                placedAt == null ? changedAt : placedAt,
                lines.intValue(),
                Money.of(total, Currency.getInstance(currency)),
                firstName + ' ' + lastName);
    }
}
