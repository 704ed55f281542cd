package org.ringdesk.cti.replay;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringdesk.cti.CallEvent;
import org.ringdesk.cti.CallEvent.QueueExit;
import org.ringdesk.cti.CallId;
import org.ringdesk.cti.EndReason;
import org.ringdesk.cti.Leg;
import org.ringdesk.cti.TransferKind;
import org.ringdesk.cti.call.Fact;

/**
 * A fact as one line of JSON. A transfer's line names who takes the call over; that this party then rings or talks is told
 * as {@code transfer_ringing} and {@code transfer_talking}, so that nobody counts it twice.
 */
final class FactLine {
    private final Map<CallId, TransferKind> justTransferred = new HashMap<>();

    String of(Fact fact) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("fact", name(fact));
        Leg caller = fact.caller();
        if (caller != null) {
            line.put("caller", caller.channel());
        }
        targets(fact, line);
        details(fact.event(), line);
        if (fact.event().at().isAfter(Instant.EPOCH)) {
            line.put("at", fact.event().at().toString());
        }
        line.put("call", fact.event().call().toString());
        return Json.of(line);
    }

    private String name(Fact fact) {
        CallEvent event = fact.event();
        TransferKind before = justTransferred.remove(event.call());
        if (event instanceof CallEvent.Transferred transferred) {
            justTransferred.put(event.call(), transferred.kind());
            return word(transferred.kind()) + "_transfer";
        }
        if (event instanceof CallEvent.Ringing) {
            return before == TransferKind.BLIND ? "transfer_ringing" : "ringing";
        }
        if (event instanceof CallEvent.Talking) {
            return before == TransferKind.ATTENDED ? "transfer_talking" : "talking";
        }
        if (event instanceof CallEvent.QueueLeft left) {
            return left.how() == QueueExit.ABANDONED ? "queue_abandoned" : "queue_left";
        }
        if (event instanceof CallEvent.Recording recording) {
            return "recording_" + word(recording.state());
        }
        if (event instanceof CallEvent.Ended) {
            // nobody was on the phone: the PBX dialled in vain
            return fact.caller() == null ? "attempt_ended" : "ended";
        }
        return event.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                .toLowerCase(Locale.ROOT);
    }

    private static void targets(Fact fact, Map<String, Object> line) {
        CallEvent event = fact.event();
        if (event instanceof CallEvent.Transferred transferred) {
            line.put("transferer", transferred.transferer().channel());
            if (transferred.kind() == TransferKind.ATTENDED) {
                put(line, "target", transferred.target());
                return;
            }
        }
        if (event instanceof CallEvent.Talking talking) {
            put(line, "target", talking.b());
        } else if (!fact.targets().isEmpty()) {
            List<String> targets = fact.targets().stream().map(Leg::channel).toList();
            line.put("targets", targets);
        }
    }

    private static void details(CallEvent event, Map<String, Object> line) {
        if (event instanceof CallEvent.Started e) {
            line.put("direction", word(e.direction()));
            line.put("channel", e.first().channel());
            put(line, "number", e.caller().number());
            put(line, "name", e.caller().name());
            put(line, "dialled", e.dialled());
        } else if (event instanceof CallEvent.QueueJoined e) {
            line.put("queue", e.queue());
            line.put("position", e.position());
        } else if (event instanceof CallEvent.QueueLeft e) {
            line.put("queue", e.queue());
            line.put("how", word(e.how()));
        } else if (event instanceof CallEvent.Ringing e) {
            put(line, "queue", e.queue());
        } else if (event instanceof CallEvent.RingEnded e) {
            line.put("reason", reason(e.reason()));
        } else if (event instanceof CallEvent.Ended e) {
            line.put("reason", reason(e.reason()));
            put(line, "hung_up_by", e.hungUpBy());
        } else if (event instanceof CallEvent.Merged e) {
            line.put("gone", e.gone().toString());
        } else if (event instanceof CallEvent.SpyStarted e) {
            line.put("spy", e.spy().channel());
            line.put("channel", e.on().channel());
        } else if (event instanceof CallEvent.Parked e) {
            line.put("space", e.space());
            line.put("channel", e.who().channel());
        } else {
            put(line, "channel", whom(event));
        }
    }

    private static @Nullable Leg whom(CallEvent event) {
        if (event instanceof CallEvent.Held e) {
            return e.by();
        }
        if (event instanceof CallEvent.Resumed e) {
            return e.by();
        }
        if (event instanceof CallEvent.LegLeft e) {
            return e.leg();
        }
        if (event instanceof CallEvent.ConferenceJoined e) {
            return e.who();
        }
        if (event instanceof CallEvent.ConferenceLeft e) {
            return e.who();
        }
        if (event instanceof CallEvent.SpyStopped e) {
            return e.spy();
        }
        if (event instanceof CallEvent.Recording e) {
            return e.on();
        }
        return event instanceof CallEvent.Unparked e ? e.by() : null;
    }

    private static void put(Map<String, Object> line, String name, @Nullable Object value) {
        if (value != null) {
            line.put(name, value instanceof Leg leg ? leg.channel() : value);
        }
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String reason(EndReason reason) {
        return word(reason).replace('_', '-');
    }
}
