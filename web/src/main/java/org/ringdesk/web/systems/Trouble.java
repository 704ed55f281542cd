package org.ringdesk.web.systems;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be wrong with a request beside the rooms' own refusals; texts are below {@code api.trouble.} in the bundles. */
enum Trouble {
    MALFORMED(400),
    FIELDS(400),
    PARAMETERS(400),
    REQUEST(400),
    SCOPE(403),
    NOT_FOUND(404),
    METHOD(405),
    NOT_ACCEPTABLE(406),
    CONFLICT(409),
    TOO_LARGE(413),
    MEDIA_TYPE(415),
    ROWS(422),
    FAILED(500),
    OUTAGE(503);

    private final int status;

    Trouble(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }

    /** As it is called in a problem's key and type. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one for a status that JAX-RS found. */
    static Optional<Trouble> of(int status) {
        return status == REQUEST.status
                ? Optional.of(REQUEST)
                : Arrays.stream(values()).filter(t -> t.status == status).findFirst();
    }
}
