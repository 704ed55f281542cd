package org.ringdesk.payments;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.ChannelView;
import org.ringdesk.orders.OrderNumber;
import org.ringdesk.orders.OrderStatus;
import org.ringdesk.shared.Money;

/**
 * One entry of a work queue.
 *
 * @param amount what it is about
 * @param detail as the gateway or a colleague gave it, may be empty
 * @param lastBy display name of who last worked on it, or null
 * @param claimedBy display name of who has it now, or null
 * @param mine whether the caller has it
 */
public record WorkView(
        WorkQueue queue,
        OrderNumber order,
        OrderStatus status,
        ChannelView channel,
        String customer,
        Money amount,
        Instant since,
        WorkReason reason,
        String detail,
        @Nullable String lastBy,
        @Nullable Instant lastAt,
        @Nullable String claimedBy,
        @Nullable Instant claimedUntil,
        boolean mine)
        implements Serializable {

    /** As the query gives it; people by their logins. */
    public record Row(
            WorkQueue queue,
            OrderNumber order,
            OrderStatus status,
            Long channel,
            String firstName,
            String lastName,
            BigDecimal amount,
            String currency,
            Instant since,
            WorkReason reason,
            String detail,
            @Nullable String lastBy,
            @Nullable Instant lastAt,
            @Nullable String claimedBy,
            @Nullable Instant claimedUntil) {

        Money money() {
            return Money.of(amount, Currency.getInstance(currency));
        }
    }
}
