package org.ringdesk.web.systems;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringdesk.shared.Refusal;

/**
 * What is wrong at one place of a request.
 *
 * @param pointer RFC 6901, into the body; null for a parameter
 * @param parameter of the query; null for a field
 * @param flaw one of ours, or null for a refusal of a room's
 */
record Fault(
        @Nullable String pointer,
        @Nullable String parameter,
        @Nullable Flaw flaw,
        @Nullable Refusal refusal,
        List<Object> arguments) {

    /** What is wrong with it; texts are below {@code api.flaw.} in the bundles. */
    enum Flaw {
        UNKNOWN,
        TYPE,
        VALUE,
        TWICE,
        MANY
    }

    static Fault field(String pointer, Flaw flaw, Object... arguments) {
        return new Fault(pointer, null, flaw, null, List.of(arguments));
    }

    static Fault field(String pointer, Refusal refusal) {
        return new Fault(pointer, null, null, refusal, List.of());
    }

    static Fault parameter(String name, Flaw flaw, Object... arguments) {
        return new Fault(null, name, flaw, null, List.of(arguments));
    }

    /** As it stands in the problem. */
    Map<String, Object> shown(String key, String detail) {
        return pointer == null
                ? Map.of("parameter", parameter == null ? "" : parameter, "key", key, "detail", detail)
                : Map.of("pointer", pointer, "key", key, "detail", detail);
    }
}
