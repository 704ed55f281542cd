package org.ringdesk.cti.call;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.ringdesk.cti.CallEvent;
import org.ringdesk.cti.CallId;
import org.ringdesk.cti.PbxId;
import org.ringdesk.cti.wire.AmiMessage;

/** A model and everything it has told; checks what must hold of every story. */
final class Ledger {
    final List<Fact> facts = new ArrayList<>();
    final CallModel model;
    private final Set<CallId> begun = new HashSet<>();
    private final Set<CallId> over = new HashSet<>();
    private final Map<CallId, Integer> numbers = new HashMap<>();
    private long last;

    Ledger() {
        model = new CallModel(new PbxId("test"), Trunks.common(), new AtomicLong()::incrementAndGet, this::take);
    }

    private void take(Fact fact) {
        CallEvent event = fact.event();
        check(event.seq() > last, "numbers rise", fact);
        last = event.seq();
        numbers.computeIfAbsent(event.call(), id -> numbers.size() + 1);
        check(!over.contains(event.call()), "nothing follows an end", fact);
        if (event instanceof CallEvent.Started) {
            begun.add(event.call());
        }
        check(begun.contains(event.call()), "the start comes first", fact);
        if (event instanceof CallEvent.Ended) {
            over.add(event.call());
        }
        if (event instanceof CallEvent.Merged merged) {
            over.add(merged.gone());
        }
        facts.add(fact);
    }

    private static void check(boolean holds, String rule, Fact fact) {
        if (!holds) {
            throw new AssertionError(rule + ": " + FactText.of(fact));
        }
    }

    Ledger apply(Iterable<AmiMessage> messages) {
        messages.forEach(message -> model.apply(message, Instant.EPOCH));
        return this;
    }

    /** Calls that were begun and neither ended nor became part of another. */
    Set<CallId> open() {
        Set<CallId> open = new HashSet<>(begun);
        open.removeAll(over);
        return open;
    }

    /** Who talked with whom, and in which call. */
    Map<String, CallId> talkIds() {
        Map<String, CallId> ids = new TreeMap<>();
        for (Fact fact : facts) {
            if (fact.event() instanceof CallEvent.Talking talking) {
                ids.put(
                        new TreeSet<>(List.of(talking.a().channel(), talking.b().channel())).toString(),
                        talking.call());
            }
        }
        return ids;
    }

    List<String> texts() {
        return facts.stream()
                .map(fact -> numbers.get(fact.event().call()) + " " + FactText.of(fact))
                .toList();
    }
}
