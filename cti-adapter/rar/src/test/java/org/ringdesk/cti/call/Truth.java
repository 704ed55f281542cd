package org.ringdesk.cti.call;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ringdesk.cti.wire.AmiMessage;

/**
 * What a PBX would answer when asked for everything, had it just said these events: kept in the plainest way, to compare
 * the model with.
 */
final class Truth {
    private final Map<String, Map<String, String>> channels = new LinkedHashMap<>();
    private final Map<String, String> bridgeOf = new HashMap<>();
    private final Map<String, AmiMessage> waiting = new LinkedHashMap<>();
    private final Set<String> gone = new TreeSet<>();

    void see(AmiMessage message) {
        String uid = message.text("uniqueid");
        if (uid == null) {
            return;
        }
        if (message.name().equals("Hangup")) {
            channels.remove(uid);
            bridgeOf.remove(uid);
            waiting.remove(uid);
            gone.add(uid);
            return;
        }
        if (message.text("channel") != null && message.has("channelstate") && !gone.contains(uid)) {
            channels.put(uid, snapshotOf(message));
        }
        switch (message.name()) {
            case "BridgeEnter" -> bridgeOf.put(uid, message.text("bridgeuniqueid", ""));
            case "BridgeLeave" -> bridgeOf.remove(uid, message.text("bridgeuniqueid", ""));
            case "QueueCallerJoin" -> waiting.put(uid, message);
            case "QueueCallerLeave" -> waiting.remove(uid);
            default -> {
                // changes nothing that a snapshot shows
            }
        }
    }

    private static Map<String, String> snapshotOf(AmiMessage message) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field : List.of(
                "channel",
                "channelstate",
                "calleridnum",
                "calleridname",
                "context",
                "exten",
                "priority",
                "uniqueid",
                "linkedid")) {
            fields.put(field, message.text(field, ""));
        }
        return fields;
    }

    int alive() {
        return channels.size();
    }

    /** Status and QueueEntry events. */
    List<AmiMessage> snapshot() {
        List<AmiMessage> snapshot = new ArrayList<>();
        channels.forEach((uid, fields) -> {
            Map<String, String> status = new LinkedHashMap<>(fields);
            status.put("event", "Status");
            status.put("bridgeid", bridgeOf.getOrDefault(uid, ""));
            snapshot.add(new AmiMessage("Status", status));
        });
        waiting.forEach((uid, join) -> {
            if (channels.containsKey(uid)) {
                snapshot.add(new AmiMessage(
                        "QueueEntry",
                        Map.of(
                                "event",
                                "QueueEntry",
                                "uniqueid",
                                uid,
                                "queue",
                                join.text("queue", ""),
                                "position",
                                "1")));
            }
        });
        return snapshot;
    }
}
