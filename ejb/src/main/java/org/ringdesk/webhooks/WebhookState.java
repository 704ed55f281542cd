package org.ringdesk.webhooks;

/** Whether a webhook is told. */
public enum WebhookState {
    ACTIVE,
    /** By an admin, or because it failed for days. What happens meanwhile it is told when it goes on. */
    PAUSED
}
