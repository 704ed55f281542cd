package org.ringdesk.orders;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an order, in its place among all that happened to all orders.
 *
 * @param sequence without gaps; what has a higher one became known later
 * @param order the order's number
 * @param version the order's after it
 * @param who a login, or a system's name
 * @param subject what it was done to: a product's name, an order's number, a code, or empty
 * @param oldValue empty where there was none
 * @param newValue empty where there is none
 * @param reason as somebody gave it, or null
 */
public record FeedEvent(
        long sequence,
        String order,
        long version,
        Instant at,
        String who,
        OrderEventKind kind,
        String subject,
        String oldValue,
        String newValue,
        @Nullable String reason)
        implements Serializable {

    /** As a query gives it. */
    public FeedEvent(
            Long sequence,
            OrderNumber order,
            long version,
            Instant at,
            String who,
            OrderEventKind kind,
            @Nullable String subject,
            @Nullable String oldValue,
            @Nullable String newValue,
            @Nullable String reason) {
        this(
                sequence.longValue(),
                order.value(),
                version,
                at,
                who,
                kind,
                subject == null ? "" : subject,
                oldValue == null ? "" : oldValue,
                newValue == null ? "" : newValue,
                reason);
    }
}
