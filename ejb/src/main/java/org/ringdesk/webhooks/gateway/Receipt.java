package org.ringdesk.webhooks.gateway;

import org.jspecify.annotations.Nullable;
import org.ringdesk.webhooks.WebhookProblem;

/**
 * What became of an attempt.
 *
 * @param status of HTTP, or 0 without an answer
 * @param problem or null when it was taken
 */
public record Receipt(int status, @Nullable WebhookProblem problem, long millis) {}
