package org.ringdesk.payments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ringdesk.payments.gateway.Gateway;
import org.ringdesk.payments.gateway.sandbox.SandboxGateway;
import org.ringdesk.payments.gateway.stripe.StripeGateway;

/** Who moves the money: Stripe for those who have a secret key of theirs, else the sandbox. */
@ApplicationScoped
public class GatewayChoice {
    private static final String STRIPE = "https://api.stripe.com";
    private static final Duration TIMEOUT = Duration.ofSeconds(8);

    @Produces
    @ApplicationScoped
    Gateway gateway(SandboxGateway sandbox, @ConfigProperty(name = "ringdesk.stripe.key") Optional<String> key) {
        return key.<Gateway>map(secret -> new StripeGateway(secret, STRIPE, TIMEOUT))
                .orElse(sandbox);
    }
}
