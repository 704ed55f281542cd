package org.ringdesk.cti.call;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringdesk.cti.CallEvent;
import org.ringdesk.cti.EndReason;
import org.ringdesk.cti.wire.AmiMessage;

/**
 * The end of channels and calls. A call ends with the party whose call it is, unless others go on talking; then it is
 * the oldest of theirs.
 */
final class Endings {
    private final Floor floor;
    private final Paths paths;
    private final Story story;
    private final Rings rings;
    private final Waits waits;
    private final Marks marks;

    Endings(Floor floor, Paths paths, Story story, Rings rings, Waits waits, Marks marks) {
        this.floor = floor;
        this.paths = paths;
        this.story = story;
        this.rings = rings;
        this.waits = waits;
        this.marks = marks;
    }

    /** A party, or somebody for it, asked for the hangup: of several the first. */
    void asked(AmiMessage message) throws Malformed {
        Channel channel = floor.required(message, "");
        channel.hangupAsked = true;
        channel.askedCause = message.number("cause", 0);
        Call call = channel.call;
        if (channel.party && (call.firstToHangUp == null || call.firstToHangUp.gone)) {
            call.firstToHangUp = channel;
        }
    }

    void hungUp(AmiMessage message) throws Malformed {
        if (message.text("uniqueid") == null) {
            throw new Malformed("Hangup of nothing");
        }
        Channel channel = floor.known(message.text("uniqueid"));
        if (channel == null) {
            floor.bury(message.text("uniqueid", ""));
            return;
        }
        channel.learn(message, "");
        int cause = message.number("cause", 0);
        waits.hungUp(channel, message);
        rings.hungUp(channel, cause);
        end(channel, cause, null);
    }

    /** The channel is no more, and nobody told us when it went. */
    void lost(Channel channel) {
        Call call = channel.call;
        if (call.wait != null && call.wait.caller == channel) {
            waits.lost(call);
        }
        rings.lost(channel);
        end(channel, 0, EndReason.LOST);
    }

    private void end(Channel channel, int cause, @Nullable EndReason known) {
        marks.hungUp(channel);
        Call call = channel.call;
        floor.remove(channel);
        if (channel.party) {
            call.lastCause = cause;
        }
        if (!call.ended) {
            if (channel == call.principal) {
                succeed(call, channel, cause, known);
            } else if (channel.talked) {
                left(call, channel);
            }
        }
        if (!call.ended) {
            marks.left(call);
        }
        if (call.channels.isEmpty()) {
            end(call, call.lastCause, false, known);
            floor.remove(call);
        }
    }

    private void succeed(Call call, Channel gone, int cause, @Nullable EndReason known) {
        Channel heir = null;
        for (Channel other : call.channels) {
            Set<Channel> together = paths.hearing(other);
            if (together.size() > 1) {
                heir = together.iterator().next();
                break;
            }
        }
        if (heir == null) {
            Transfers.withoutTarget(story, call);
            end(call, cause, gone.up(), known);
        } else {
            left(call, gone);
            call.principal = heir;
        }
    }

    private void left(Call call, Channel channel) {
        story.tell(call, (pbx, seq, at, id) -> new CallEvent.LegLeft(pbx, seq, at, id, channel.leg));
    }

    private void end(Call call, int cause, boolean answered, @Nullable EndReason known) {
        if (call.ended) {
            return;
        }
        rings.endAll(call);
        EndReason reason = known == null ? Reasons.ofCall(answered, cause, call.lastFailure) : known;
        Channel by = call.firstToHangUp == null ? call.firstToLeave : call.firstToHangUp;
        Channel principal = call.principal;
        if (call.known || principal != null) {
            story.tell(
                    call,
                    principal,
                    List.of(),
                    (pbx, seq, at, id) -> new CallEvent.Ended(pbx, seq, at, id, by == null ? null : by.leg, reason));
        }
        floor.ended(call);
    }
}
