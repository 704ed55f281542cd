package org.ringdesk.webhooks;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to deliver.
 *
 * @param delivery the same for all attempts of the same events
 * @param first the place in the feed of the first event in it
 * @param status of HTTP, or 0 without an answer
 * @param problem or null when it was taken
 */
public record AttemptView(
        Instant at,
        String delivery,
        long first,
        long last,
        int events,
        int status,
        @Nullable WebhookProblem problem,
        long millis)
        implements Serializable {}
