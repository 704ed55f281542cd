package org.ringdesk.orders;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an order.
 *
 * @param who by the name the colleagues know, or the login of a system or of one who is no user any more
 * @param subject what it was done to: a product's name, an order's number, a code, or empty
 * @param oldValue empty where there was none
 * @param newValue empty where there is none
 * @param reason as somebody gave it, or null
 */
public record EventView(
        Instant at,
        String who,
        OrderEventKind kind,
        String subject,
        String oldValue,
        String newValue,
        @Nullable String reason)
        implements Serializable {

    /** As a query gives it. */
    public EventView(
            Instant at,
            String login,
            @Nullable String name,
            OrderEventKind kind,
            @Nullable String subject,
            @Nullable String oldValue,
            @Nullable String newValue,
            @Nullable String reason) {
        this(
                at,
                name == null ? login : name,
                kind,
                subject == null ? "" : subject,
                oldValue == null ? "" : oldValue,
                newValue == null ? "" : newValue,
                reason);
    }
}
