package org.ringdesk.cti.replay;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ringdesk.cti.CallEvent;
import org.ringdesk.cti.CallId;
import org.ringdesk.cti.Leg;
import org.ringdesk.cti.call.Fact;
import org.ringdesk.cti.call.Figures;

/** The story of each call, for people: one paragraph a call, one line a fact. */
final class Tale {
    private final Map<CallId, List<Fact>> calls = new LinkedHashMap<>();

    void add(Fact fact) {
        calls.computeIfAbsent(fact.event().call(), id -> new ArrayList<>()).add(fact);
    }

    void print(PrintStream out, Figures figures) {
        int number = 0;
        for (Map.Entry<CallId, List<Fact>> call : calls.entrySet()) {
            print(out, ++number, call.getKey(), call.getValue());
        }
        out.printf(
                "%d calls. %d messages told of them or were of no matter; %d were of a kind that is not known, %d were malformed.%n",
                calls.size(), figures.handled(), figures.unknown(), figures.malformed());
    }

    private void print(PrintStream out, int number, CallId id, List<Fact> facts) {
        Instant start = facts.get(0).event().at();
        boolean timed = start.isAfter(Instant.EPOCH);
        out.println("Call " + number
                + (timed ? ", " + start.toString().substring(0, 19).replace('T', ' ') + " UTC" : ""));
        boolean over = false;
        for (Fact fact : facts) {
            CallEvent event = fact.event();
            String when = timed ? after(Duration.between(start, event.at())) : "";
            String words = event instanceof CallEvent.Merged merged
                    ? "takes in call " + numberOf(merged.gone())
                    : Words.of(fact);
            out.println("  " + when + words);
            over |= event instanceof CallEvent.Ended;
        }
        if (!over) {
            out.println("  " + (timed ? "        " : "") + unfinished(id));
        }
        out.println();
    }

    private String unfinished(CallId id) {
        for (List<Fact> facts : calls.values()) {
            for (Fact fact : facts) {
                if (fact.event() instanceof CallEvent.Merged merged
                        && merged.gone().equals(id)) {
                    return "(became part of call " + numberOf(merged.call()) + ")";
                }
            }
        }
        return "(the recording ends before the call)";
    }

    private int numberOf(CallId id) {
        return List.copyOf(calls.keySet()).indexOf(id) + 1;
    }

    private static String after(Duration time) {
        long millis = Math.max(0, time.toMillis());
        return String.format("%3d:%02d.%d  ", millis / 60_000, millis / 1000 % 60, millis / 100 % 10);
    }

    static String names(List<Leg> legs) {
        return legs.stream().map(Leg::channel).collect(Collectors.joining(" and "));
    }
}
