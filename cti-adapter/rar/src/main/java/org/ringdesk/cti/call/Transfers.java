package org.ringdesk.cti.call;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ringdesk.cti.CallEvent;
import org.ringdesk.cti.Leg;
import org.ringdesk.cti.TransferKind;
import org.ringdesk.cti.wire.AmiMessage;

/** Who passes whom on to whom. After a transfer the call is the transferee's. */
final class Transfers {
    private final Floor floor;
    private final Paths paths;
    private final Story story;
    private final Merging merging;

    Transfers(Floor floor, Paths paths, Story story, Merging merging) {
        this.floor = floor;
        this.paths = paths;
        this.story = story;
        this.merging = merging;
    }

    /** A blind transfer is told when its target rings; until then we only know who left whom. */
    void blind(AmiMessage message) throws Malformed {
        if (!"Success".equals(message.text("result"))) {
            return;
        }
        Channel transferer = floor.required(message, "transferer");
        Channel transferee = party(floor.channel(message, "transferee"), List.of(transferer));
        if (transferee == null) {
            transferee = firstOf(transferer.partners.stream(), List.of(transferer));
        }
        if (transferee == null) {
            return;
        }
        Channel behind = party(transferer, List.of(transferee));
        Call call = merging.merge(transferee.call, transferer.call);
        call.principal = transferee;
        call.pending = new Call.PendingTransfer(behind == null ? transferer : behind, transferee, story.at());
    }

    /** Says of a blind transfer that it led to no phone. */
    static void withoutTarget(Story story, Call call) {
        Call.PendingTransfer pending = call.pending;
        if (pending != null) {
            call.pending = null;
            story.tell(
                    call,
                    pending.transferee(),
                    List.of(),
                    (pbx, seq, at, id) -> new CallEvent.Transferred(
                            pbx, seq, at, id, TransferKind.BLIND, pending.transferer().leg, null));
        }
    }

    void attended(AmiMessage message) throws Malformed {
        if (!"Success".equals(message.text("result")) || "Threeway".equals(message.text("desttype"))) {
            return;
        }
        Channel original = floor.required(message, "origtransferer");
        Channel second = floor.required(message, "secondtransferer");
        if (original.passedOn && second.passedOn) {
            return;
        }
        List<Channel> transferers = List.of(original, second);
        Channel transferee = party(floor.channel(message, "transferee"), transferers);
        Channel target = party(floor.channel(message, "transfertarget"), plus(transferers, transferee));
        if (target == null) {
            target = firstOf(second.partners.stream(), plus(transferers, transferee));
        }
        if (transferee == null) {
            transferee = firstOf(original.partners.stream(), plus(transferers, target));
        }
        if (transferee == null) {
            transferee = firstOf(original.call.channels.stream().filter(Channel::live), plus(transferers, target));
        }
        if (transferee == null) {
            return;
        }
        take(original, second, transferee, target);
    }

    private void take(Channel original, Channel second, Channel transferee, @Nullable Channel target) {
        Call call = merging.merge(original.call, second.call);
        call = merging.merge(call, transferee.call);
        List<Channel> ringing = Rings.ringingFor(call, second);
        for (Channel channel : call.channels) {
            Dial dial = channel.dial;
            if (dial != null) {
                dial.caller = dial.caller == second ? transferee : dial.caller;
                dial.from = dial.from == second ? transferee : dial.from;
            }
        }
        TransferKind kind =
                ringing.isEmpty() || (target != null && target.up()) ? TransferKind.ATTENDED : TransferKind.BLONDE;
        List<Leg> targets = new ArrayList<>();
        if (target != null && target.up()) {
            targets.add(target.leg);
        } else {
            ringing.forEach(channel -> targets.add(channel.leg));
        }
        call.principal = transferee;
        Wait wait = call.wait;
        if (wait != null && wait.caller == second) {
            call.wait = wait.of(transferee);
        }
        original.passedOn = true;
        second.passedOn = true;
        story.tell(
                call,
                transferee,
                targets,
                (pbx, seq, at, id) -> new CallEvent.Transferred(
                        pbx, seq, at, id, kind, second.leg, targets.isEmpty() ? null : targets.get(0)));
    }

    /** The party at or behind a channel. */
    private @Nullable Channel party(@Nullable Channel channel, List<Channel> notThese) {
        if (channel == null || notThese.contains(channel)) {
            return null;
        }
        return channel.party ? channel : paths.farEnd(channel, notThese);
    }

    private static @Nullable Channel firstOf(Stream<Channel> channels, List<Channel> notThese) {
        return channels.filter(channel -> !channel.gone && !notThese.contains(channel))
                .findFirst()
                .orElse(null);
    }

    private static List<Channel> plus(List<Channel> channels, @Nullable Channel another) {
        if (another == null) {
            return channels;
        }
        List<Channel> all = new ArrayList<>(channels);
        all.add(another);
        return all;
    }
}
