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
import org.ringdesk.shared.Money;

/**
 * An order with its lines.
 *
 * @param version of the state shown; commands give it back, so that nobody overwrites what they have not seen
 * @param goods sum of the lines as priced (with tax where the channel's prices include it)
 * @param tax part of the total where prices include it, else added to it
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
        OrderStatus status,
        List<Line> lines,
        Money goods,
        Money charges,
        Money tax,
        Money total,
        Instant changedAt,
        @Nullable Instant placedAt,
        @Nullable String problem)
        implements Serializable {

    /** @param position counts from 1 and stays with the line */
    public record Line(
            int position,
            ProductNumber product,
            String name,
            String picture,
            int quantity,
            Money unitPrice,
            BigDecimal taxPercent,
            Money amount)
            implements Serializable {}
}
