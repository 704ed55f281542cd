package org.ringdesk.cti.call;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringdesk.cti.CallEvent;
import org.ringdesk.cti.Caller;
import org.ringdesk.cti.EndReason;
import org.ringdesk.cti.Leg;
import org.ringdesk.cti.TransferKind;
import org.ringdesk.cti.wire.AmiMessage;

/**
 * Who rings for whom. A ring is told once, when the device says it rings and it is known on whose behalf, whichever comes
 * last; its end when it is answered or hung up, for a dial that was given up may be taken up again by another caller.
 */
final class Rings {
    private final Floor floor;
    private final Paths paths;
    private final Story story;
    private final Merging merging;

    Rings(Floor floor, Paths paths, Story story, Merging merging) {
        this.floor = floor;
        this.paths = paths;
        this.story = story;
        this.merging = merging;
    }

    void dialBegins(AmiMessage message) throws Malformed {
        Channel target = floor.required(message, "dest");
        Channel caller = floor.channel(message, "");
        dial(target, caller);
    }

    void dial(Channel target, @Nullable Channel caller) {
        floor.revive(target);
        target.called = true;
        if (target.dial == null) {
            target.dial = new Dial(caller);
        } else {
            target.dial.caller = caller;
            target.dial.failure = "";
        }
        if (caller == null) {
            target.call.originated = true;
            return;
        }
        floor.revive(caller);
        Call call = merging.merge(caller.call, target.call);
        if (caller.party && !caller.called && call.principal == null) {
            call.principal = caller;
        }
        if (target.party && call.principal != null) {
            call.dials(call.principal);
            story.begin(call, call.principal);
        }
    }

    void dialEnds(AmiMessage message) throws Malformed {
        Channel target = floor.channel(message, "dest");
        if (target == null) {
            if (floor.isGone(message, "dest")) {
                return;
            }
            throw new Malformed("DialEnd without a target");
        }
        String status = message.text("dialstatus", "");
        Dial dial = target.dial;
        Channel by = floor.channel(message, "");
        if (dial == null || dial.caller != by) {
            return;
        }
        if (status.equals("ANSWER")) {
            end(target, EndReason.ANSWER);
            target.dial = null;
        } else if (dial.failure.isEmpty()) {
            dial.failure = status;
        }
    }

    /** Tells of the devices of a call that have begun to ring. */
    void tell(Call call) {
        for (Channel target : List.copyOf(call.channels)) {
            if (target.party && target.state == ChannelState.RINGING && target.dial != null) {
                Dial dial = target.dial;
                if (dial.from == null && dial.failure.isEmpty()) {
                    tellRinging(target);
                }
            }
        }
    }

    private void tellRinging(Channel target) {
        Channel from = paths.callerOf(target);
        if (from == null) {
            if (target.call.principal == null && paths.originated(target)) {
                target.call.originated = true;
                story.begin(target.call, target);
            }
            return;
        }
        Call call = merging.merge(from.call, target.call);
        Call.PendingTransfer pending = call.pending;
        List<Channel> targets = List.of(target);
        if (pending != null && pending.transferee() == from) {
            targets = undecided(call, from);
            call.pending = null;
            List<Leg> legs = legs(targets);
            story.tell(
                    call,
                    from,
                    legs,
                    (pbx, seq, at, id) -> new CallEvent.Transferred(
                            pbx, seq, at, id, TransferKind.BLIND, pending.transferer().leg, target.leg));
        }
        ring(call, from, targets);
    }

    private void ring(Call call, Channel from, List<Channel> targets) {
        for (Channel target : targets) {
            if (target.dial != null) {
                target.dial.from = from;
            }
        }
        Wait wait = call.wait;
        String queue = wait != null && (wait.caller == from || dials(wait.caller, targets)) ? wait.queue : null;
        Caller caller = Story.caller(from);
        List<Leg> legs = legs(targets);
        story.tell(
                call,
                from,
                legs,
                (pbx, seq, at, id) ->
                        new CallEvent.Ringing(pbx, seq, at, id, from.leg, legs, caller, call.dialled, queue));
    }

    /** Whether a channel, which may be plumbing of a consultation, dials one of them. */
    private static boolean dials(Channel caller, List<Channel> targets) {
        return targets.stream().anyMatch(target -> target.dial != null && target.dial.caller == caller);
    }

    /** Everyone who is dialled for {@code from} and has neither answered nor refused. */
    private List<Channel> undecided(Call call, Channel from) {
        List<Channel> targets = new ArrayList<>();
        for (Channel channel : call.channels) {
            Dial dial = channel.dial;
            if (channel.party
                    && !channel.up()
                    && dial != null
                    && dial.from == null
                    && dial.failure.isEmpty()
                    && paths.callerOf(channel) == from) {
                targets.add(channel);
            }
        }
        return targets;
    }

    /** Devices that ring for {@code from}. */
    static List<Channel> ringingFor(Call call, Channel from) {
        return call.channels.stream()
                .filter(channel -> channel.dial != null && channel.dial.from == from)
                .toList();
    }

    void hungUp(Channel target, int cause) {
        Dial dial = target.dial;
        if (dial == null) {
            return;
        }
        EndReason reason = Reasons.ofRing(dial.failure, cause);
        if (target.party && !dial.failure.isEmpty()) {
            target.call.lastFailure = dial.failure;
        }
        end(target, target.up() && dial.failure.isEmpty() ? EndReason.ANSWER : reason);
        target.dial = null;
    }

    /** A call ends: whoever still rings for it does no longer. */
    void endAll(Call call) {
        for (Channel target : List.copyOf(call.channels)) {
            Dial dial = target.dial;
            if (dial != null) {
                // the caller may be gone before the phone that refused
                end(target, Reasons.ofRing(dial.failure.isEmpty() ? "CANCEL" : dial.failure, target.askedCause));
            }
        }
    }

    /** A device that talks does not ring, even if its answer was not heard. */
    void answered(Channel target) {
        end(target, EndReason.ANSWER);
        target.dial = null;
    }

    void lost(Channel target) {
        end(target, EndReason.LOST);
        target.dial = null;
    }

    private void end(Channel target, EndReason reason) {
        Dial dial = target.dial;
        if (dial != null && dial.from != null && target.party) {
            Channel from = dial.from;
            dial.from = null;
            story.tell(
                    target.call,
                    from,
                    List.of(target.leg),
                    (pbx, seq, at, id) -> new CallEvent.RingEnded(pbx, seq, at, id, target.leg, reason));
        }
    }

    private static List<Leg> legs(List<Channel> channels) {
        return channels.stream().map(channel -> channel.leg).toList();
    }
}
