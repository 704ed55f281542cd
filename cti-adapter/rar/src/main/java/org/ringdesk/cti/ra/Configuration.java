package org.ringdesk.cti.ra;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.ringdesk.cti.PbxId;
import org.ringdesk.cti.ami.ConsultKeys;
import org.ringdesk.cti.ami.Dialplan;
import org.ringdesk.cti.ami.Login;
import org.ringdesk.cti.ami.PbxSettings;
import org.ringdesk.cti.call.Trunks;

/**
 * From configuration texts to settings; says in words what is wrong with one. The adapter's own properties are of the first
 * PBX. Further ones are numbered from 2 without a gap: {@code RINGDESK_PBX_2_NAME} and so on in the environment, or
 * {@code ringdesk.pbx.2.name} as a system property, which the server may fill from a credential store.
 */
final class Configuration {
    /** System property before environment; an empty text where neither is set. */
    static final UnaryOperator<String> ENVIRONMENT = key -> {
        String property = System.getProperty(key);
        String variable = System.getenv(key.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"));
        return property != null ? property : variable != null ? variable : "";
    };

    private Configuration() {}

    static List<PbxSettings> all(CtiResourceAdapter adapter, UnaryOperator<String> further) {
        List<PbxSettings> all = new ArrayList<>();
        all.add(first(adapter));
        for (int number = 2; !further.apply("ringdesk.pbx." + number + ".name").isBlank(); number++) {
            PbxSettings one = numbered("ringdesk.pbx." + number + '.', further);
            if (all.stream().anyMatch(other -> other.name().equals(one.name()))) {
                throw new IllegalArgumentException("two are called " + one.name());
            }
            all.add(one);
        }
        return all;
    }

    private static PbxSettings first(CtiResourceAdapter adapter) {
        return new PbxSettings(
                new PbxId(adapter.getName()),
                adapter.getHost(),
                port(adapter.getPort()),
                Boolean.parseBoolean(adapter.getTls()),
                new Login(adapter.getUser(), adapter.getPassword()),
                new Login(adapter.getSystemUser(), adapter.getSystemPassword()),
                trunks(adapter.getTrunks()),
                new Dialplan(
                        context("dial", adapter.getDialContext()),
                        context("queue", adapter.getQueueContext()),
                        context("pickup", adapter.getPickupContext()),
                        context("consult", adapter.getConsultContext()),
                        keys(adapter.getConsultKeys())),
                file(adapter.getQueueLog()));
    }

    private static PbxSettings numbered(String prefix, UnaryOperator<String> further) {
        CtiResourceAdapter one = new CtiResourceAdapter();
        one.setName(further.apply(prefix + "name"));
        one.setHost(or(further.apply(prefix + "host"), one.getHost()));
        one.setPort(or(further.apply(prefix + "port"), one.getPort()));
        one.setTls(or(further.apply(prefix + "tls"), one.getTls()));
        one.setUser(or(further.apply(prefix + "user"), one.getUser()));
        one.setPassword(further.apply(prefix + "password"));
        one.setSystemUser(or(further.apply(prefix + "system-user"), one.getSystemUser()));
        one.setSystemPassword(further.apply(prefix + "system-password"));
        one.setTrunks(further.apply(prefix + "trunks"));
        one.setDialContext(or(further.apply(prefix + "dial-context"), one.getDialContext()));
        one.setQueueContext(or(further.apply(prefix + "queue-context"), one.getQueueContext()));
        one.setPickupContext(or(further.apply(prefix + "pickup-context"), one.getPickupContext()));
        one.setConsultContext(or(further.apply(prefix + "consult-context"), one.getConsultContext()));
        one.setConsultKeys(or(further.apply(prefix + "consult-keys"), one.getConsultKeys()));
        one.setQueueLog(further.apply(prefix + "queue-log"));
        return first(one);
    }

    private static String or(String text, String otherwise) {
        return text.isBlank() ? otherwise : text.strip();
    }

    private static @Nullable Path file(String text) {
        try {
            return text.isBlank() ? null : Path.of(text.strip());
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("the queue log is " + text, e);
        }
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

    private static String context(String what, String text) {
        if (!text.matches("[A-Za-z0-9_-]{1,79}")) {
            throw new IllegalArgumentException("the " + what + " context is " + text);
        }
        return text;
    }

    private static ConsultKeys keys(String text) {
        String[] keys = text.strip().split("\\s+");
        if (keys.length != 3) {
            throw new IllegalArgumentException(
                    "the keys of a consultation are three, to complete, toggle and join: " + text);
        }
        return new ConsultKeys(keys[0], keys[1], keys[2]);
    }
}
