package org.ringdesk.cti.replay;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ringdesk.cti.CallEvent;
import org.ringdesk.cti.CallEvent.QueueExit;
import org.ringdesk.cti.CallId;
import org.ringdesk.cti.EndReason;
import org.ringdesk.cti.Leg;
import org.ringdesk.cti.TransferKind;
import org.ringdesk.cti.call.Fact;

/** A fact as one line of JSON. */
final class FactLine {
    /** Calls of which the last line was a transfer, whose target's ring or talk is told by it. */
    private final Map<CallId, TransferKind> justTransferred = new HashMap<>();
    /** Calls in which somebody called: others were only attempted by the PBX. */
    private final Set<CallId> called = new HashSet<>();

    String of(Fact fact) {
        CallEvent event = fact.event();
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("fact", name(fact));
        Leg caller = fact.caller();
        if (caller != null) {
            line.put("caller", caller.channel());
        }
        details(event, fact.targets(), line);
        line.put("call", event.call().toString());
        return Json.of(line);
    }

    private String name(Fact fact) {
        CallEvent event = fact.event();
        TransferKind before = justTransferred.remove(event.call());
        if (event instanceof CallEvent.Transferred transferred) {
            justTransferred.put(event.call(), transferred.kind());
            return transferred.kind().name().toLowerCase(java.util.Locale.ROOT) + "_transfer";
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
        if (event instanceof CallEvent.Ended) {
            return fact.caller() == null ? "attempt_ended" : "ended";
        }
        return event.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                .toLowerCase(java.util.Locale.ROOT);
    }

    private static void details(CallEvent event, List<Leg> targets, Map<String, Object> line) {
        if (event instanceof CallEvent.Transferred transferred) {
            line.put("transferer", transferred.transferer().channel());
            if (transferred.kind() == TransferKind.ATTENDED) {
                target(line, transferred.target());
                return;
            }
        }
        if (event instanceof CallEvent.Talking talking) {
            target(line, talking.b());
        } else if (!targets.isEmpty()) {
            line.put("targets", targets.stream().map(Leg::channel).collect(Collectors.toList()));
        }
        if (event instanceof CallEvent.RingEnded ended) {
            line.put("reason", reason(ended.reason()));
        } else if (event instanceof CallEvent.Ended ended) {
            line.put("reason", reason(ended.reason()));
        } else if (event instanceof CallEvent.QueueLeft left) {
            line.put("queue", left.queue());
            line.put("how", left.how().name().toLowerCase(java.util.Locale.ROOT));
        }
    }

    private static void target(Map<String, Object> line, @Nullable Leg target) {
        if (target != null) {
            line.put("target", target.channel());
        }
    }

    private static String reason(EndReason reason) {
        return reason.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
