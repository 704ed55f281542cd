package org.ringdesk.agents;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ringdesk.cti.PbxId;
import org.ringdesk.shared.Refusal;

/**
 * A phone where an agent can sit.
 *
 * @param endpoint as the first PBX knows it, e.g. {@code PJSIP/1001}; one of another PBX with that one's name before it, e.g.
 *     {@code berlin:PJSIP/1001}
 */
public record Extension(String endpoint) {
    private static final Pattern ENDPOINT =
            Pattern.compile("(?:([a-z0-9][a-z0-9-]{0,31}):)?([A-Z][A-Za-z0-9]{1,11}/([A-Za-z0-9_.-]{1,24}))");
    private static final String USUAL = "PJSIP/";

    public Extension {
        if (!ENDPOINT.matcher(endpoint).matches()) {
            throw new IllegalArgumentException("Not an extension: " + endpoint);
        }
    }

    /**
     * As people type it: the number alone, or with its technology, or with its PBX as {@code berlin:1001}.
     *
     * @throws Refusal {@code agent.extension.invalid}
     */
    public static Extension read(String typed) {
        String text = typed.strip();
        int pbx = text.indexOf(':') + 1;
        String endpoint = text.indexOf('/') < 0 ? text.substring(0, pbx) + USUAL + text.substring(pbx) : text;
        if (!ENDPOINT.matcher(endpoint).matches()) {
            throw new Refusal("agent.extension.invalid");
        }
        return new Extension(endpoint);
    }

    /** Empty for the first. */
    public Optional<PbxId> pbx() {
        return Optional.ofNullable(part(1)).map(PbxId::new);
    }

    /** As its PBX knows it. */
    public String device() {
        return String.valueOf(part(2));
    }

    /** What is dialled within its PBX. */
    public String digits() {
        return String.valueOf(part(3));
    }

    /** As people read it. */
    public String number() {
        return pbx().map(pbx -> pbx + ":").orElse("") + digits();
    }

    private @Nullable String part(int group) {
        Matcher parts = ENDPOINT.matcher(endpoint);
        if (!parts.matches()) {
            throw new IllegalStateException(endpoint);
        }
        return parts.group(group);
    }
}
