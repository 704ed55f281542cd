package org.ringdesk.cti.ami;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.asteriskjava.manager.action.CoreShowChannelsAction;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.action.QueueStatusAction;
import org.asteriskjava.manager.action.StatusAction;
import org.ringdesk.cti.wire.AmiMessage;

/** What a PBX says of itself when asked: asked for at once, gathered from among the other messages. */
final class Snapshot {
    private final String tag;
    private final Set<String> open = new TreeSet<>();
    private final List<AmiMessage> gathered = new ArrayList<>();

    private Snapshot(long number) {
        this.tag = "snapshot-" + number + '-';
    }

    /** Everything that the model can take. */
    static Snapshot whole(long number, AmiConnection connection) throws IOException {
        Snapshot snapshot = new Snapshot(number);
        snapshot.ask(connection, new StatusAction(), "Status");
        snapshot.ask(connection, new CoreShowChannelsAction(), "CoreShowChannels");
        snapshot.ask(connection, new QueueStatusAction(), "QueueStatus");
        return snapshot;
    }

    /** Which channels there are, to see whether we are still in step. */
    static Snapshot light(long number, AmiConnection connection) throws IOException {
        Snapshot snapshot = new Snapshot(number);
        snapshot.ask(connection, new StatusAction(), "Status");
        return snapshot;
    }

    private void ask(AmiConnection connection, ManagerAction action, String part) throws IOException {
        open.add(part);
        action.setActionId(tag + part);
        connection.send(action);
    }

    /** Whether the message belongs to this snapshot; it is kept then. */
    boolean takes(AmiMessage message) {
        String id = message.text("actionid", "");
        int at = id.indexOf(tag);
        if (at < 0) {
            return false;
        }
        if (message.name().endsWith("Complete")) {
            open.remove(message.name().substring(0, message.name().length() - "Complete".length()));
        } else if (!message.isResponse()) {
            gathered.add(message);
        } else if ("Error".equals(message.text("response"))) {
            // not granted to our log-in, or this PBX has no such thing
            open.remove(id.substring(at + tag.length()));
        }
        return true;
    }

    boolean complete() {
        return open.isEmpty();
    }

    List<AmiMessage> messages() {
        return gathered;
    }

    /** The devices of queue members by the names they have in the queues; a name of several devices tells none. */
    Map<String, String> members() {
        Map<String, String> members = new HashMap<>();
        Set<String> ambiguous = new TreeSet<>();
        for (AmiMessage message : gathered) {
            if (message.name().equals("QueueMember")) {
                String device = message.text("stateinterface", message.text("location", ""));
                String before = members.put(message.text("name", ""), device);
                if (before != null && !before.equals(device)) {
                    ambiguous.add(message.text("name", ""));
                }
            }
        }
        members.keySet().removeAll(ambiguous);
        return members;
    }

    /** The unique ids of the channels that there are. */
    Set<String> channels() {
        Set<String> channels = new TreeSet<>();
        for (AmiMessage message : gathered) {
            if (message.name().equals("Status")) {
                channels.add(message.text("uniqueid", ""));
            }
        }
        return channels;
    }
}
