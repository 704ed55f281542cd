package org.ringdesk.container;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How other systems log in: each request brings a key, {@code Authorization: Bearer rd_…}. There is no session, and no cookie is
 * looked at, so that no page can have a browser send a request here that counts.
 */
@ApplicationScoped
public class KeyMechanism {
    private static final System.Logger LOG = System.getLogger(KeyMechanism.class.getName());
    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +(rd_[a-z0-9]{8}_[A-Za-z0-9_-]{43})");
    private static final int MOST_BYTES = 4 * 1024 * 1024;
    private static final String PROBLEM =
            "{\"type\":\"urn:ringdesk:problem:%2$s\",\"title\":\"%3$s\",\"status\":%1$d,\"detail\":\"%4$s\",\"key\":\"%2$s\"}";

    @Inject
    private KeyBook keys;

    AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (!context.isProtected()) {
            return context.doNothing();
        }
        String header = request.getHeader("Authorization");
        if (header == null) {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"Ringdesk\"");
            return refuse(request, response, 401, "key.missing");
        }
        try {
            Optional<KeyBook.Known> known = known(header);
            if (known.isPresent()) {
                return context.notifyContainerAboutLogin(
                        "system:" + known.get().system(), known.get().scopes());
            }
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.WARNING, "No system can be known at the moment: {0}", e.toString());
            response.setHeader("Retry-After", "10");
            return refuse(request, response, 503, "outage");
        }
        response.setHeader("WWW-Authenticate", "Bearer realm=\"Ringdesk\", error=\"invalid_token\"");
        return refuse(request, response, 401, "key.wrong");
    }

    private Optional<KeyBook.Known> known(String header) throws SQLException {
        Matcher bearer = BEARER.matcher(header.strip());
        return bearer.matches() ? keys.find(bearer.group(1)) : Optional.empty();
    }

    private static AuthenticationStatus refuse(
            HttpServletRequest request, HttpServletResponse response, int status, String key) {
        Locale locale = language(request);
        ResourceBundle texts = ResourceBundle.getBundle(
                "org.ringdesk.container.doors",
                locale,
                KeyMechanism.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        String body = PROBLEM.formatted(status, key, texts.getString(key + ".title"), texts.getString(key + ".detail"));
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.setHeader("Content-Language", locale.getLanguage());
        response.setHeader("Cache-Control", "no-store");
        try {
            // as a whole, both ways: what is left open the server answers with a page
            request.getInputStream().readNBytes(MOST_BYTES);
            response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
            response.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return AuthenticationStatus.SEND_FAILURE;
    }

    private static Locale language(HttpServletRequest request) {
        return Collections.list(request.getLocales()).stream()
                .map(Locale::getLanguage)
                .filter(l -> l.equals("de") || l.equals("en"))
                .findFirst()
                .map(Locale::forLanguageTag)
                .orElse(Locale.ENGLISH);
    }
}
