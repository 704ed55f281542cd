package org.ringdesk.cti.ami;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ringdesk.cti.wire.AmiMessage;

/**
 * What a log-in may do, by the answer to ListCommands: each action it may send, with the classes that grant it. A log-in that
 * is stolen can do what it may do; ours may do what we need.
 */
final class Privileges {
    private static final Set<String> MAIN = Set.of("call", "agent", "originate", "reporting");
    private static final Set<String> SYSTEM = Set.of("system", "call", "agent", "originate", "reporting");
    private static final List<String> NEEDED = List.of(
            "Status",
            "CoreShowChannels",
            "QueueStatus",
            "QueueAdd",
            "QueueRemove",
            "QueuePause",
            "Hangup",
            "Originate",
            "BlindTransfer",
            "Atxfer",
            "CancelAtxfer",
            "PlayDTMF",
            "Getvar",
            "Park");
    private static final Pattern GRANTED_BY = Pattern.compile("\\(Priv: (<none>|[a-z,]+)\\)\\s*$");
    private static final String ANYBODY = "<none>";

    private final Map<String, Set<String>> granted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    Privileges(AmiMessage answer) {
        for (Map.Entry<String, String> command : answer.fields().entrySet()) {
            Matcher classes = GRANTED_BY.matcher(command.getValue());
            if (classes.find()) {
                granted.put(
                        command.getKey(),
                        Set.copyOf(Arrays.asList(classes.group(1).split(","))));
            }
        }
    }

    /** Refuses a main log-in that may do more than we need. */
    void checkMain(String user) throws Refused {
        refuse(user, beyond(MAIN), "in manager.conf it needs write = call,agent,originate,reporting and no more");
    }

    /** Refuses a second log-in that may do what even {@code system} does not grant: that of {@code command} and {@code config}. */
    void checkSystem(String user) throws Refused {
        refuse(user, beyond(SYSTEM), "it needs write = system");
    }

    private static void refuse(String user, Set<String> tooMuch, String enough) throws Refused {
        if (!tooMuch.isEmpty()) {
            String some = tooMuch.stream().limit(5).collect(Collectors.joining(", "));
            throw new Refused("user " + user + " may do too much on the PBX, among it " + some + ": " + enough);
        }
    }

    private Set<String> beyond(Set<String> enough) {
        Set<String> beyond = new TreeSet<>();
        granted.forEach((command, classes) -> {
            if (!classes.contains(ANYBODY) && classes.stream().noneMatch(enough::contains)) {
                beyond.add(command);
            }
        });
        return beyond;
    }

    boolean allows(String action) {
        return granted.containsKey(action);
    }

    /** Actions that we need and may not send; empty when the PBX did not tell what we may. */
    Set<String> missing() {
        Set<String> missing = new TreeSet<>(NEEDED);
        missing.removeIf(this::allows);
        return missing.size() == NEEDED.size() ? Set.of() : missing;
    }
}
