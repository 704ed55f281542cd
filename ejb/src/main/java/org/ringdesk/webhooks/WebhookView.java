package org.ringdesk.webhooks;

import java.io.Serializable;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringdesk.orders.OrderEventKind;

/**
 * A receiver of what happens to orders.
 *
 * @param kinds what it is told
 * @param toldUpTo the place in the feed up to which it was told
 * @param attempts to deliver what it has not got yet
 * @param dueAt when it is tried next
 * @param failingSince or null
 * @param problem of the last attempt, or null
 * @param version to be given back with a change
 */
public record WebhookView(
        long id,
        String label,
        String url,
        Set<OrderEventKind> kinds,
        WebhookState state,
        long toldUpTo,
        int attempts,
        @Nullable Instant dueAt,
        @Nullable Instant failingSince,
        @Nullable WebhookProblem problem,
        Instant createdAt,
        String createdBy,
        long version)
        implements Serializable {}
