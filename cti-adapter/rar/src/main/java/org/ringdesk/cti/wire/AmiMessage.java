package org.ringdesk.cti.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
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

    /** The field's value, or null when it is missing, empty or Asterisk's {@code <unknown>}. */
    public @Nullable String text(String field) {
        String value = fields.get(field.toLowerCase(Locale.ROOT));
        return value == null || value.isEmpty() || value.equals("<unknown>") ? null : value;
    }

    public String text(String field, String otherwise) {
        String value = text(field);
        return value == null ? otherwise : value;
    }

    public boolean has(String field) {
        return fields.containsKey(field.toLowerCase(Locale.ROOT));
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
        if (value == null || !value.matches("\\d{1,11}\\.\\d{6}")) {
            return otherwise;
        }
        int dot = value.indexOf('.');
        try {
            long seconds = Long.parseLong(value.substring(0, dot));
            return Instant.ofEpochSecond(seconds, 1000L * Integer.parseInt(value.substring(dot + 1)));
        } catch (DateTimeException e) {
            return otherwise;
        }
    }
}
