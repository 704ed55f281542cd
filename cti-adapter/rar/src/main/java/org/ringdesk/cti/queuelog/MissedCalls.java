package org.ringdesk.cti.queuelog;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.ringdesk.cti.CallEvent;
import org.ringdesk.cti.CallEvent.Direction;
import org.ringdesk.cti.CallEvent.QueueExit;
import org.ringdesk.cti.CallId;
import org.ringdesk.cti.Caller;
import org.ringdesk.cti.EndReason;
import org.ringdesk.cti.Leg;
import org.ringdesk.cti.PbxId;

/**
 * Queue calls that began and ended while the link was away, told from the queue log: who called, where they waited, who
 * talked with them, how it ended. The log has whole seconds and no dialled number.
 */
public final class MissedCalls {
    private final PbxId pbx;
    private final QueueLog log;
    private final LongSupplier sequence;
    private final Consumer<CallEvent> out;

    public MissedCalls(PbxId pbx, QueueLog log, LongSupplier sequence, Consumer<CallEvent> out) {
        this.pbx = pbx;
        this.log = log;
        this.sequence = sequence;
        this.out = out;
    }

    /**
     * Tells the calls that entered a queue since then.
     *
     * @param known whether the channel of that unique id is or was followed; its call is not told here
     * @param members the devices of queue members by their names, for the log writes who took a call by name
     * @return how many were told
     */
    public int tell(Instant from, Predicate<String> known, Map<String, String> members) throws IOException {
        Map<String, List<Entry>> byCaller = new LinkedHashMap<>();
        for (Entry entry : log.since(from)) {
            boolean begins = entry.event().equals("ENTERQUEUE");
            if ((begins || byCaller.containsKey(entry.caller())) && !known.test(entry.caller())) {
                byCaller.computeIfAbsent(entry.caller(), uid -> new ArrayList<>())
                        .add(entry);
            }
        }
        byCaller.forEach((uid, entries) -> new Telling(uid, entries.get(0), members).all(entries));
        return byCaller.size();
    }

    /** One call's entries in turn. */
    private final class Telling {
        private final CallId call;
        private final Leg caller;
        private final Map<String, String> members;
        private @Nullable Leg agent;
        private @Nullable Entry waiting;

        Telling(String uid, Entry first, Map<String, String> members) {
            this.members = members;
            call = CallId.of(pbx, uid);
            caller = new Leg("", uid, "");
            // ENTERQUEUE|url|callerid|position
            String number = first.datum(2);
            boolean shown = number.matches("\\+?[0-9]{2,20}");
            out.accept(new CallEvent.Started(
                    pbx,
                    sequence.getAsLong(),
                    first.at(),
                    call,
                    Direction.INBOUND,
                    caller,
                    new Caller(shown ? number : null, null, !shown),
                    null));
        }

        void all(List<Entry> entries) {
            Leg hungUpBy = null;
            EndReason reason = EndReason.LOST;
            for (Entry entry : entries) {
                switch (entry.event()) {
                    case "ENTERQUEUE" -> joins(entry);
                    case "CONNECT" -> connects(entry);
                    case "ABANDON" -> leaves(entry, QueueExit.ABANDONED);
                    case "EXITWITHTIMEOUT" -> leaves(entry, QueueExit.TIMED_OUT);
                    case "EXITEMPTY", "EXITWITHKEY" -> leaves(entry, QueueExit.LEFT);
                    default -> {
                        // rings, transfers and what else a queue logs change nothing here
                    }
                }
                reason = switch (entry.event()) {
                    case "ABANDON" -> EndReason.CANCELLED;
                    case "COMPLETECALLER", "COMPLETEAGENT" -> EndReason.COMPLETED;
                    default -> EndReason.LOST;
                };
                hungUpBy = entry.event().equals("COMPLETEAGENT") ? agent : reason == EndReason.LOST ? null : caller;
            }
            Instant end = entries.get(entries.size() - 1).at();
            if (waiting != null) {
                leaves(entries.get(entries.size() - 1), QueueExit.LEFT);
            }
            out.accept(new CallEvent.Ended(pbx, sequence.getAsLong(), end, call, hungUpBy, reason));
        }

        private void joins(Entry entry) {
            String position = entry.datum(3);
            waiting = entry;
            out.accept(new CallEvent.QueueJoined(
                    pbx,
                    sequence.getAsLong(),
                    entry.at(),
                    call,
                    entry.queue(),
                    position.matches("\\d{1,6}") ? Integer.parseInt(position) : 0));
        }

        private void connects(Entry entry) {
            leaves(entry, QueueExit.CONNECTED);
            // CONNECT|holdtime|uniqueid of the member's channel|ringtime
            Leg taker = new Leg("", entry.datum(2), members.getOrDefault(entry.agent(), entry.agent()));
            agent = taker;
            out.accept(new CallEvent.Talking(pbx, sequence.getAsLong(), entry.at(), call, caller, taker));
        }

        private void leaves(Entry entry, QueueExit how) {
            Entry joined = waiting;
            if (joined != null) {
                waiting = null;
                long waited = Duration.between(joined.at(), entry.at()).toMillis();
                out.accept(new CallEvent.QueueLeft(
                        pbx, sequence.getAsLong(), entry.at(), call, joined.queue(), how, Math.max(0, waited)));
            }
        }
    }
}
