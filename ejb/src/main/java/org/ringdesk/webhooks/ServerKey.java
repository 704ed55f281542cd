package org.ringdesk.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ringdesk.shared.Refusal;
import org.ringdesk.webhooks.domain.Webhook;
import org.ringdesk.webhooks.gateway.Signing;

/** What all secrets follow from; it comes from the environment or a credential store and stands nowhere else. */
@ApplicationScoped
class ServerKey {
    @Inject
    @ConfigProperty(name = "ringdesk.webhook.key")
    private Optional<String> key;

    boolean isThere() {
        return key.filter(k -> k.length() >= Signing.SHORTEST_KEY).isPresent();
    }

    /** @throws Refusal {@code webhook.key.missing} */
    String secretOf(Webhook webhook) {
        return key.filter(k -> k.length() >= Signing.SHORTEST_KEY)
                .map(k -> Signing.secret(k, webhook.id(), webhook.secretVersion()))
                .orElseThrow(() -> new Refusal("webhook.key.missing", Signing.SHORTEST_KEY));
    }
}
