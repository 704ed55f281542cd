package org.ringdesk.cti.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One message of the manager interface.
 *
 * @param name the event's name, or {@code Response} for an answer to an action
 * @param fields by lower-case name; a name that came several times holds its values joined by line feeds
 */
public record AmiMessage(String name, Map<String, String> fields) {
    public static final String RESPONSE = "Response";

    public boolean isResponse() {
        return name.equals(RESPONSE);
    }

    /** The value of the field, named in lower case, or null when it is missing, empty or Asterisk's {@code <unknown>}. */
    public @Nullable String text(String field) {
        String value = fields.get(field);
        return value == null || value.isEmpty() || value.equals("<unknown>") ? null : value;
    }

    public String text(String field, String otherwise) {
        String value = text(field);
        return value == null ? otherwise : value;
    }

    public boolean has(String field) {
        return fields.containsKey(field);
    }

    /** A number, or {@code otherwise} when the field is missing or no number that an int holds. */
    public int number(String field, int otherwise) {
        String value = text(field);
        if (value == null || value.length() > 10 || !value.chars().allMatch(Character::isDigit)) {
            return otherwise;
        }
        long number = Long.parseLong(value);
        return number > Integer.MAX_VALUE ? otherwise : (int) number;
    }

    /** The PBX's own time ({@code timestampevents = yes}), or {@code otherwise}. */
    public Instant at(Instant otherwise) {
        String value = text("timestamp");
        int dot = value == null ? -1 : value.indexOf('.');
        if (value == null || dot < 1 || dot > 11 || value.length() != dot + 7) {
            return otherwise;
        }
        try {
            long seconds = Long.parseLong(value, 0, dot, 10);
            return Instant.ofEpochSecond(seconds, 1000L * Integer.parseInt(value, dot + 1, dot + 7, 10));
        } catch (NumberFormatException | DateTimeException e) {
            return otherwise;
        }
    }
}
