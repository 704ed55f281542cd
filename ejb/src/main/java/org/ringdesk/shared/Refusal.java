package org.ringdesk.shared;

import jakarta.ejb.ApplicationException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule said no. The key names a text in the {@code org.ringdesk.refusals} bundles, the arguments fill it; the screen shows
 * it in the user's language beside what caused it. The transaction is rolled back.
 */
@ApplicationException(rollback = true, inherited = true)
public class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final List<Object> arguments;
    private @Nullable String field;

    /** @param arguments texts, numbers, {@link Money}, {@link java.time.Instant}: shown in the user's locale */
    public Refusal(String key, Object... arguments) {
        super(key + ' ' + List.of(arguments));
        this.key = key;
        this.arguments = List.of(arguments);
    }

    /** Because of what was typed there, e.g. {@code phones.1}. */
    public Refusal at(String where) {
        field = where;
        return this;
    }

    /** Where it was typed, if a single field is at fault. */
    public @Nullable String field() {
        return field;
    }

    public String key() {
        return key;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
