package org.ringdesk.orders;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was done to an order in one go, as its history keeps it; fired in the transaction.
 *
 * @param order its id
 * @param status that it has now
 * @param placedAt when it was placed for the first time, or null
 */
public record OrderHappened(
        long order,
        OrderNumber number,
        long version,
        long channelId,
        OrderStatus status,
        @Nullable Instant placedAt,
        List<Happening> events) {

    /**
     * @param subject what it was done to, or empty
     * @param newValue empty where there is none
     */
    public record Happening(Instant at, OrderEventKind kind, String subject, String newValue) {}
}
