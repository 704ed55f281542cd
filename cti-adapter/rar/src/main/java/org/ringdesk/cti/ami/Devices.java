package org.ringdesk.cti.ami;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.ringdesk.cti.CtiEvent;
import org.ringdesk.cti.DeviceChanged;
import org.ringdesk.cti.PbxId;
import org.ringdesk.cti.QueueMembers;
import org.ringdesk.cti.QueueMembers.Member;
import org.ringdesk.cti.wire.AmiMessage;

/**
 * Which queue members' devices are there, by what queues say of their members. A device that serves several queues is told
 * once. For one thread; never throws because of what a message holds.
 */
final class Devices {
    /** Of Asterisk's device states: 4 is invalid, 5 is unavailable; 0, unknown, says nothing. */
    private static final Set<String> GONE = Set.of("4", "5");

    private static final Set<String> THERE = Set.of("1", "2", "3", "6", "7", "8");
    private static final Set<String> TELLING =
            Set.of("QueueMemberStatus", "QueueMemberAdded", "QueueMemberPause", "QueueMemberPenalty");

    private final PbxId pbx;
    private final LongSupplier sequence;
    private final Consumer<CtiEvent> out;
    private final Map<String, Boolean> known = new HashMap<>();

    Devices(PbxId pbx, LongSupplier sequence, Consumer<CtiEvent> out) {
        this.pbx = pbx;
        this.sequence = sequence;
        this.out = out;
    }

    void apply(AmiMessage message, Instant readAt) {
        if (TELLING.contains(message.name())) {
            take(message, message.at(readAt), message.name().equals("QueueMemberAdded"));
        }
    }

    /** Tells every member anew, for the listener may have missed what happened meanwhile; and all places in queues at once. */
    void resync(List<AmiMessage> snapshot, Instant at) {
        known.clear();
        List<AmiMessage> members =
                snapshot.stream().filter(m -> m.name().equals("QueueMember")).toList();
        members.forEach(member -> take(member, at, false));
        out.accept(new QueueMembers(
                pbx,
                sequence.getAsLong(),
                at,
                members.stream().map(Devices::member).toList()));
    }

    private static Member member(AmiMessage message) {
        boolean paused = message.number("paused", 0) != 0;
        return new Member(
                message.text("location", message.text("interface", "")),
                message.text("queue", ""),
                message.number("penalty", 0),
                paused,
                paused ? message.text("pausedreason", "") : "");
    }

    private void take(AmiMessage message, Instant at, boolean joins) {
        String endpoint = endpoint(message);
        String status = message.text("status", "");
        boolean gone = GONE.contains(status);
        if (endpoint == null || !gone && !THERE.contains(status)) {
            return;
        }
        Boolean before = known.put(endpoint, !gone);
        if (before == null || before == gone || joins) {
            out.accept(new DeviceChanged(pbx, sequence.getAsLong(), at, endpoint, !gone));
        }
    }

    /** {@code hint:...} and custom states name no device that could sit anywhere. */
    private static @Nullable String endpoint(AmiMessage message) {
        String device = message.text("stateinterface");
        if (device == null || device.indexOf('/') < 0) {
            device = message.text("interface", message.text("location", ""));
        }
        return device.indexOf('/') < 0 ? null : device;
    }
}
