package org.ringdesk.cti.wire;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts lines together to messages. What cannot be one is counted and skipped; the next message is read as if nothing
 * had been. For one thread.
 */
public final class AmiAssembler {
    /** A message has some thirty fields; only the list of commands has more. */
    private static final int MOST_FIELDS = 2000;

    private final Map<String, String> fields = new LinkedHashMap<>();
    private boolean torn;
    private long skipped;

    /** Takes the next line and returns the message that it completes, or null. */
    public @Nullable AmiMessage accept(String line) {
        if (line.isEmpty()) {
            return complete();
        }
        int colon = line.indexOf(':');
        if (colon <= 0) {
            torn |= !line.startsWith("Asterisk Call Manager/");
            return null;
        }
        String name = line.substring(0, colon).trim().toLowerCase(Locale.ROOT);
        String value = line.substring(colon + 1).trim();
        AmiMessage before = null;
        if (name.equals("event") && fields.containsKey("event")) {
            // the blank line between two events is lost
            before = complete();
        }
        if (fields.size() >= MOST_FIELDS) {
            torn = true;
        } else {
            fields.merge(name, value, (a, b) -> repeatable(name) ? a + '\n' + b : a);
        }
        return before;
    }

    /** The message that the end of the stream completes, or null. */
    public @Nullable AmiMessage end() {
        return complete();
    }

    /** How many blocks of text were no message. */
    public long skipped() {
        return skipped;
    }

    private static boolean repeatable(String name) {
        return name.startsWith("chanvariable")
                || name.startsWith("destchanvariable")
                || name.equals("variable")
                || name.equals("output");
    }

    private @Nullable AmiMessage complete() {
        AmiMessage message = null;
        String event = fields.get("event");
        if (event != null && !event.isEmpty()) {
            message = new AmiMessage(event, Collections.unmodifiableMap(new LinkedHashMap<>(fields)));
        } else if (fields.containsKey("response")) {
            message = new AmiMessage(AmiMessage.RESPONSE, Collections.unmodifiableMap(new LinkedHashMap<>(fields)));
        } else if (!fields.isEmpty() || torn) {
            skipped++;
        }
        fields.clear();
        torn = false;
        return message;
    }
}
