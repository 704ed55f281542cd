package org.ringdesk.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the sandbox's own card field is: on this host, at a port and so on an origin of its own, unless the settings name another. */
@Named
@ApplicationScoped
public class CardField {
    @Inject
    @ConfigProperty(name = "ringdesk.sandbox.card.address")
    private Optional<String> address;

    @Inject
    @ConfigProperty(name = "ringdesk.sandbox.port", defaultValue = "8088")
    private int port;

    @Inject
    @ConfigProperty(name = "jboss.socket.binding.port-offset", defaultValue = "0")
    private int offset;

    /** @param host as the browser named it; e.g. {@code http://localhost:8088} */
    public String origin(String host) {
        return address.orElseGet(() -> {
            try {
                return new URI("http", null, host, port + offset, null, null, null).toString();
            } catch (URISyntaxException e) {
                throw new IllegalArgumentException(host, e);
            }
        });
    }
}
