package org.ringdesk.webhooks;

import java.io.Serializable;

/** A webhook with the secret that it is signed with, which is shown this once. */
public record WebhookSecret(WebhookView webhook, String secret) implements Serializable {
    @Override
    public String toString() {
        return "WebhookSecret[" + webhook.id() + ']';
    }
}
