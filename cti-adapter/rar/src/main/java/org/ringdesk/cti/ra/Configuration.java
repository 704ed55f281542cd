package org.ringdesk.cti.ra;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.ringdesk.cti.PbxId;
import org.ringdesk.cti.ami.PbxSettings;
import org.ringdesk.cti.call.Trunks;

/** From the adapter's configuration texts to settings; says in words what is wrong with one. */
final class Configuration {
    private Configuration() {}

    static PbxSettings of(CtiResourceAdapter adapter) {
        return new PbxSettings(
                new PbxId(adapter.getName()),
                adapter.getHost(),
                port(adapter.getPort()),
                Boolean.parseBoolean(adapter.getTls()),
                adapter.getUser(),
                adapter.getPassword(),
                trunks(adapter.getTrunks()),
                context(adapter.getDialContext()));
    }

    private static int port(String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) == 0 || Integer.parseInt(text) > 65535) {
            throw new IllegalArgumentException("the port is " + text);
        }
        return Integer.parseInt(text);
    }

    private static Trunks trunks(String text) {
        try {
            return text.isBlank() ? Trunks.common() : new Trunks(Pattern.compile(text));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("the pattern of trunks: " + e.getDescription(), e);
        }
    }

    private static String context(String text) {
        if (!text.matches("[A-Za-z0-9_-]{1,79}")) {
            throw new IllegalArgumentException("the dial context is " + text);
        }
        return text;
    }
}
