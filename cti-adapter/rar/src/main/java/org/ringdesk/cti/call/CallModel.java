package org.ringdesk.cti.call;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.ringdesk.cti.PbxId;
import org.ringdesk.cti.wire.AmiMessage;

/**
 * Reduces the messages of one PBX to facts about its calls. A message changes what is known of channels and bridges; what
 * is then true and was not said is told. So it does not matter in which order channels speak, or that a thing is said
 * twice. For one thread; {@link #apply} never throws because of what a message holds.
 */
public final class CallModel {
    private static final Duration TARGET_KNOWN_WITHIN = Duration.ofSeconds(5);

    private final Floor floor;
    private final Paths paths;
    private final Story story;
    private final Rings rings;
    private final Talks talks;
    private final Waits waits;
    private final Marks marks;
    private final Resync resync;
    private final Map<String, Handler> handlers = new HashMap<>();
    private long handled;
    private long unknown;
    private long malformed;

    private interface Handler {
        void accept(AmiMessage message) throws Malformed;
    }

    public CallModel(PbxId pbx, Trunks trunks, LongSupplier sequence, Consumer<Fact> out) {
        floor = new Floor(pbx);
        paths = new Paths(floor);
        story = new Story(pbx, sequence, trunks, out);
        Merging merging = new Merging(floor, story);
        rings = new Rings(floor, paths, story, merging);
        waits = new Waits(floor, story);
        marks = new Marks(floor, story);
        Parking parking = new Parking(floor, story);
        talks = new Talks(floor, paths, story, merging, rings, waits, marks, parking);
        Endings endings = new Endings(floor, paths, story, rings, waits, marks);
        Transfers transfers = new Transfers(floor, paths, story, merging);
        Bridges bridges = new Bridges(floor);
        resync = new Resync(floor, paths, rings, waits, endings);
        handlers.put("Newchannel", this::begins);
        handlers.put("LocalBridge", message -> {
            Channel one = floor.required(message, "localone");
            merging.merge(one.call, floor.required(message, "localtwo").call);
        });
        // asked for by somebody while the recording ran
        handlers.put("Status", message -> resync.present(message));
        handlers.put("CoreShowChannel", message -> resync.present(message));
        handlers.put("DialBegin", rings::dialBegins);
        handlers.put("DialEnd", rings::dialEnds);
        handlers.put("BridgeEnter", bridges::enters);
        handlers.put("BridgeLeave", bridges::leaves);
        handlers.put("BridgeDestroy", bridges::destroyed);
        handlers.put("BlindTransfer", transfers::blind);
        handlers.put("AttendedTransfer", transfers::attended);
        handlers.put("Hold", message -> marks.hold(message, true));
        handlers.put("Unhold", message -> marks.hold(message, false));
        handlers.put("MixMonitorStart", message -> marks.recording(message, true));
        handlers.put("MixMonitorStop", message -> marks.recording(message, false));
        handlers.put("MixMonitorMute", marks::muted);
        handlers.put("ChanSpyStart", marks::spyStarts);
        handlers.put("ChanSpyStop", marks::spyStops);
        handlers.put("QueueCallerJoin", waits::joins);
        handlers.put("QueueCallerAbandon", waits::abandoned);
        handlers.put("QueueCallerLeave", waits::leaves);
        handlers.put("AgentConnect", waits::connected);
        handlers.put("ParkedCall", parking::parked);
        handlers.put("UnParkedCall", parking::ended);
        handlers.put("ParkedCallTimeOut", parking::ended);
        handlers.put("ParkedCallGiveUp", parking::ended);
        handlers.put("HangupRequest", endings::asked);
        handlers.put("Hangup", endings::hungUp);
    }

    /** Takes one message; {@code readAt} is its time when it does not carry the PBX's own. */
    public void apply(AmiMessage message, Instant readAt) {
        story.at(message.at(readAt));
        Handler handler = handlers.get(message.name());
        if (handler == null && !Kinds.FOR_CHANNELS_ONLY.contains(message.name())) {
            unknown++;
            return;
        }
        try {
            if (handler == null) {
                floor.channel(message, "");
            } else {
                handler.accept(message);
            }
            handled++;
        } catch (Malformed e) {
            malformed++;
        }
        Channel spoken = floor.known(message.text("uniqueid"));
        if (spoken != null) {
            waits.moved(spoken, message);
        }
        settle();
    }

    /**
     * Brings the model into step with what the PBX answered to Status, CoreShowChannels and QueueStatus. Calls that are
     * not there have ended as lost; those that are there are told from their start, in their present state.
     */
    public void resync(List<AmiMessage> snapshot, Instant at) {
        story.at(at);
        resync.apply(snapshot);
        settle();
    }

    private void settle() {
        // telling may touch further calls, by merging; each round says something new, so this ends
        for (List<Call> calls = floor.takeTouched(); !calls.isEmpty(); calls = floor.takeTouched()) {
            for (Call call : calls) {
                tell(call.now());
            }
        }
    }

    private void tell(Call call) {
        Call.PendingTransfer pending = call.pending;
        choosePrincipal(call);
        if (call.retell && call.principal != null) {
            call.retell = false;
            story.begin(call, call.principal);
        }
        waits.tell(call);
        rings.tell(call);
        talks.tell(call);
        marks.tell(call);
        if (pending != null
                && pending == call.pending
                && pending.at().plus(TARGET_KNOWN_WITHIN).isBefore(story.at())) {
            Transfers.withoutTarget(story, call);
        }
    }

    private void begins(AmiMessage message) throws Malformed {
        Channel channel = floor.required(message, "");
        boolean dialsIn = channel.party && !channel.called && channel.linked.equals(channel.uid);
        if (dialsIn && !channel.exten.isEmpty() && !channel.exten.equals("s")) {
            channel.call.dials(channel);
            if (story.isTrunk(channel)) {
                choose(channel.call, channel);
                story.begin(channel.call, channel);
            }
        }
    }

    private void choosePrincipal(Call call) {
        if (call.principal != null || call.ended) {
            return;
        }
        for (Channel channel : call.channels) {
            if (channel.party && !channel.called && channel.state == ChannelState.CALLING) {
                choose(call, channel);
                return;
            }
        }
        for (Channel channel : call.channels) {
            if (channel.live() && (!channel.called || paths.callerOf(channel) == null)) {
                choose(call, channel);
                return;
            }
        }
    }

    private static void choose(Call call, Channel channel) {
        if (call.principal == null) {
            call.principal = channel;
        }
    }

    /** The unique ids of the channels that live, as far as was said. */
    public Set<String> channels() {
        return floor.uids();
    }

    /** Whether a channel is followed or was, as far back as is remembered. */
    public boolean knows(String uid) {
        return floor.known(uid) != null || floor.isGone(uid);
    }

    public Figures figures() {
        return new Figures(
                handled,
                unknown,
                malformed,
                floor.channels().size(),
                floor.calls().size());
    }
}
