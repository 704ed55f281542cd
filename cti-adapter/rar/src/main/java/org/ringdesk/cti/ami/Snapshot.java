package org.ringdesk.cti.ami;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.asteriskjava.manager.action.CoreShowChannelsAction;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.action.QueueStatusAction;
import org.asteriskjava.manager.action.StatusAction;
import org.ringdesk.cti.wire.AmiMessage;

/** What a PBX says of itself when asked for everything: asked for at once, gathered from among the other messages. */
final class Snapshot {
    private static final Map<String, String> COMPLETE =
            Map.of("StatusComplete", "status", "CoreShowChannelsComplete", "channels", "QueueStatusComplete", "queues");

    private final String tag;
    private final Set<String> open = new TreeSet<>(COMPLETE.values());
    private final List<AmiMessage> gathered = new ArrayList<>();

    Snapshot(long number) {
        this.tag = "snapshot-" + number + '-';
    }

    void ask(AmiConnection connection) throws IOException {
        ask(connection, new StatusAction(), "status");
        ask(connection, new CoreShowChannelsAction(), "channels");
        ask(connection, new QueueStatusAction(), "queues");
    }

    private void ask(AmiConnection connection, ManagerAction action, String part) throws IOException {
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
        String part = COMPLETE.get(message.name());
        if (part != null) {
            open.remove(part);
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
}
