package org.ringdesk.orders;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import org.ringdesk.administration.ChannelCode;
import org.ringdesk.customers.CustomerNumber;
import org.ringdesk.shared.Money;

/**
 * A placed order in a system's list.
 *
 * @param id with {@code changedAt} the place in the list
 * @param changing whether an agent is changing it at the moment
 * @param due what of the total was not cancelled
 */
public record OrderRow(
        long id,
        OrderNumber number,
        OrderStatus status,
        boolean changing,
        ChannelCode channel,
        CustomerNumber customer,
        Instant placedAt,
        Instant changedAt,
        int lines,
        Money total,
        Money due)
        implements Serializable {

    /** As a query gives it. */
    public OrderRow(
            long id,
            OrderNumber number,
            OrderStatus status,
            boolean changing,
            ChannelCode channel,
            CustomerNumber customer,
            Instant placedAt,
            Instant changedAt,
            Number lines,
            BigDecimal total,
            BigDecimal cancelled,
            String currency) {
        this(
                id,
                number,
                status,
                changing,
                channel,
                customer,
                placedAt,
                changedAt,
                lines.intValue(),
                Money.of(total, Currency.getInstance(currency)),
                Money.of(total.subtract(cancelled), Currency.getInstance(currency)));
    }
}
