package org.ringdesk.calls.domain;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ringdesk.cti.CallEvent;
import org.ringdesk.cti.CallEvent.Direction;
import org.ringdesk.cti.CallEvent.QueueExit;
import org.ringdesk.cti.CallId;
import org.ringdesk.cti.Caller;
import org.ringdesk.cti.EndReason;
import org.ringdesk.cti.Leg;
import org.ringdesk.cti.PbxId;
import org.ringdesk.cti.TransferKind;

/** Facts as the call model's recordings are written down, taken by the records of the calls they are about. */
final class Transcript {
    static final House HOUSE =
            leg -> Optional.ofNullable(Map.of("PJSIP/1001", "anna", "PJSIP/1002", "ben", "PJSIP/1003", "cora")
                    .get(leg.endpoint()));

    private static final PbxId PBX = new PbxId("main");
    private static final String CHANNEL = "(PJSIP/\\S+)";

    private final Map<Integer, CallRecord> calls = new TreeMap<>();
    private Instant now = Instant.parse("2026-11-02T08:00:00Z");
    private long seq;
    private int number = 1;

    /** Lines begin with the number of their call; without one they are about the last. */
    Transcript take(String lines) {
        lines.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(this::takeLine);
        return this;
    }

    CallRecord call() {
        return call(1);
    }

    CallRecord call(int which) {
        return Optional.ofNullable(calls.get(which)).orElseThrow();
    }

    private void takeLine(String line) {
        Matcher numbered = Pattern.compile("^(\\d+) (.*)$").matcher(line);
        String words = numbered.matches() ? numbered.group(2) : line;
        number = numbered.matches() ? Integer.parseInt(numbered.group(1)) : number;
        now = now.plusSeconds(1);
        CallEvent fact = fact(words);
        if (fact == null) {
            return;
        }
        CallRecord call = calls.computeIfAbsent(number, n -> begin(fact));
        if (fact instanceof CallEvent.Merged) {
            call.absorbs(call(number + 1));
        }
        CallCourse.take(call, fact, HOUSE);
    }

    private static CallRecord begin(CallEvent fact) {
        return new CallRecord(fact, fact instanceof CallEvent.Started s ? s.direction() : Direction.INBOUND);
    }

    /** Null for what does not concern a record: recordings and listening in. */
    private @Nullable CallEvent fact(String line) {
        CallId id = new CallId(new UUID(7, number));
        seq++;
        String[] of;
        if ((of = match("started (\\w+) " + CHANNEL + " by (.*) to (.*)", line)) != null) {
            return new CallEvent.Started(
                    PBX,
                    seq,
                    now,
                    id,
                    value(Direction.class, of[1]),
                    leg(of[2]),
                    new Caller(of[3], null, false),
                    of[4]);
        } else if ((of = match("waits in (\\S+) at (\\d+)", line)) != null) {
            return new CallEvent.QueueJoined(PBX, seq, now, id, of[1], 1);
        } else if ((of = match("rings (.+?) for " + CHANNEL + "(?:,.*?)?(?:, queue (\\S+))?", line)) != null) {
            List<Leg> targets =
                    Arrays.stream(of[1].split(" \\+ ")).map(Transcript::leg).toList();
            return new CallEvent.Ringing(
                    PBX, seq, now, id, leg(of[2]), targets, new Caller(null, null, false), null, of[3]);
        } else if ((of = match("ring of " + CHANNEL + " ended: (.*)", line)) != null) {
            return new CallEvent.RingEnded(PBX, seq, now, id, leg(of[1]), value(EndReason.class, of[2]));
        } else if ((of = match("talk " + CHANNEL + " with " + CHANNEL, line)) != null) {
            return new CallEvent.Talking(PBX, seq, now, id, leg(of[1]), leg(of[2]));
        } else if ((of = match("(\\w+) transfer by " + CHANNEL + " of .* to (\\S+).*", line)) != null) {
            Leg target = "nobody".equals(of[3]) ? null : leg(of[3]);
            return new CallEvent.Transferred(PBX, seq, now, id, value(TransferKind.class, of[1]), leg(of[2]), target);
        }
        return lesser(line, id);
    }

    private @Nullable CallEvent lesser(String line, CallId id) {
        String[] of;
        if ((of = match("held by " + CHANNEL, line)) != null) {
            return new CallEvent.Held(PBX, seq, now, id, leg(of[1]));
        } else if ((of = match("resumed by " + CHANNEL, line)) != null) {
            return new CallEvent.Resumed(PBX, seq, now, id, leg(of[1]));
        } else if ((of = match("gone " + CHANNEL, line)) != null) {
            return new CallEvent.LegLeft(PBX, seq, now, id, leg(of[1]));
        } else if ((of = match("joined " + CHANNEL, line)) != null) {
            return new CallEvent.ConferenceJoined(PBX, seq, now, id, leg(of[1]));
        } else if ((of = match("left conference " + CHANNEL, line)) != null) {
            return new CallEvent.ConferenceLeft(PBX, seq, now, id, leg(of[1]));
        } else if ((of = match("parked " + CHANNEL + " at (\\S+)", line)) != null) {
            return new CallEvent.Parked(PBX, seq, now, id, leg(of[1]), of[2]);
        } else if ((of = match("taken from its place by (\\S+)", line)) != null) {
            Leg by = "nobody".equals(of[1]) ? null : leg(of[1]);
            return new CallEvent.Unparked(PBX, seq, now, id, leg("PJSIP/trunk-0"), by);
        } else if ("merged".equals(line)) {
            return new CallEvent.Merged(PBX, seq, now, id, new CallId(new UUID(7, number + 1L)));
        } else if ((of = match("ended ([a-z ]+), .*", line)) != null) {
            return new CallEvent.Ended(PBX, seq, now, id, null, value(EndReason.class, of[1]));
        }
        if ((of = match("left (\\S+) (connected|abandoned|timed out|left)", line)) != null) {
            return new CallEvent.QueueLeft(PBX, seq, now, id, of[1], value(QueueExit.class, of[2]), 0);
        }
        if (!line.matches("(recording|spy) .*")) {
            throw new IllegalArgumentException("Not a fact: " + line);
        }
        return null;
    }

    private static String @Nullable [] match(String pattern, String line) {
        Matcher matcher = Pattern.compile(pattern).matcher(line);
        if (!matcher.matches()) {
            return null;
        }
        String[] groups = new String[matcher.groupCount() + 1];
        for (int i = 0; i < groups.length; i++) {
            groups[i] = matcher.group(i);
        }
        return groups;
    }

    private static Leg leg(String channel) {
        return new Leg(channel, channel, channel.replaceAll("-[0-9a-f]+$", ""));
    }

    private static <E extends Enum<E>> E value(Class<E> type, String words) {
        return Enum.valueOf(type, words.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }
}
