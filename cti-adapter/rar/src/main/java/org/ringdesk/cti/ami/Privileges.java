package org.ringdesk.cti.ami;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringdesk.cti.wire.AmiMessage;

/**
 * What a log-in may do, by the answer to ListCommands: each action it may send, with the classes that grant it. A log-in that
 * is stolen can do what it may do; ours may do what we need.
 */
final class Privileges {
    private static final Set<String> ENOUGH = Set.of("call", "agent", "originate", "reporting");
    private static final List<String> NEEDED = List.of(
            "Status",
            "CoreShowChannels",
            "QueueStatus",
            "QueueAdd",
            "QueueRemove",
            "QueuePause",
            "Hangup",
            "Originate");
    private static final Pattern GRANTED_BY = Pattern.compile("\\(Priv: ([a-z,]+)\\)\\s*$");

    private final Set<String> tooMuch = new TreeSet<>();
    private final Set<String> missing = new TreeSet<>(NEEDED);
    private final boolean told;

    Privileges(AmiMessage answer) {
        for (Map.Entry<String, String> command : answer.fields().entrySet()) {
            missing.removeIf(needed -> needed.equalsIgnoreCase(command.getKey()));
            Matcher granted = GRANTED_BY.matcher(command.getValue());
            if (granted.find()) {
                grant(command.getKey(), Arrays.asList(granted.group(1).split(",")));
            }
        }
        told = missing.size() < NEEDED.size();
    }

    private void grant(String command, List<String> classes) {
        if (classes.stream().noneMatch(ENOUGH::contains)) {
            tooMuch.add(command);
        }
    }

    /** Actions that a main log-in must not be able to send. */
    Set<String> tooMuch() {
        return tooMuch;
    }

    /** Actions that we need and may not send; empty when the PBX did not tell what we may. */
    Set<String> missing() {
        return told ? missing : Set.of();
    }
}
