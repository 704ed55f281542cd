package org.ringdesk.cti.call;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringdesk.cti.CallEvent;
import org.ringdesk.cti.TransferKind;

/**
 * Who talks with whom: the parties that hear each other, compared with what was said last. Channels that move between
 * bridges are for a moment alone; nothing is said of that.
 */
final class Talks {
    private final Floor floor;
    private final Paths paths;
    private final Story story;
    private final Merging merging;
    private final Rings rings;
    private final Waits waits;
    private final Marks marks;
    private final Parking parking;

    Talks(
            Floor floor,
            Paths paths,
            Story story,
            Merging merging,
            Rings rings,
            Waits waits,
            Marks marks,
            Parking parking) {
        this.floor = floor;
        this.paths = paths;
        this.story = story;
        this.merging = merging;
        this.rings = rings;
        this.waits = waits;
        this.marks = marks;
        this.parking = parking;
    }

    void tell(Call call) {
        Set<Channel> done = new HashSet<>();
        for (Channel channel : List.copyOf(call.channels)) {
            if (!done.contains(channel)) {
                Set<Channel> together = paths.hearing(channel);
                done.addAll(together);
                if (together.size() > 1) {
                    tell(together);
                }
            }
        }
    }

    private void tell(Set<Channel> together) {
        if (together.stream().allMatch(channel -> saidOf(channel).equals(together)) || amidTransfer(together)) {
            return;
        }
        Set<Channel> left = leftBehind(together);
        if (left == null) {
            return;
        }
        parking.met(together);
        Call call = oneCall(together);
        for (Channel who : left) {
            story.tell(call, (pbx, seq, at, id) -> new CallEvent.ConferenceLeft(pbx, seq, at, id, who.leg));
        }
        settleTransfer(call, together);
        for (Channel channel : together) {
            rings.answered(channel);
            waits.connected(channel);
        }
        say(call, together);
        for (Channel channel : together) {
            channel.talked = true;
            channel.passedOn = false;
            channel.partners = new LinkedHashSet<>(together);
            channel.partners.remove(channel);
        }
        call.firstToHangUp = null;
        call.firstToLeave = null;
        marks.met(together);
    }

    private void say(Call call, Set<Channel> together) {
        if (together.size() == 2) {
            List<Channel> two = new ArrayList<>(together);
            boolean turned = two.get(1) == call.principal;
            sayTalking(call, two.get(turned ? 1 : 0), two.get(turned ? 0 : 1));
            return;
        }
        List<Channel> joined = new ArrayList<>(together);
        joined.removeAll(alreadyTalking(call, together));
        if (joined.size() == together.size()) {
            sayTalking(call, joined.remove(0), joined.remove(0));
        }
        for (Channel who : joined) {
            story.tell(call, (pbx, seq, at, id) -> new CallEvent.ConferenceJoined(pbx, seq, at, id, who.leg));
        }
    }

    /** Those of a conference to whom the others come: the most who were said to talk, in doubt the principal's. */
    private static Set<Channel> alreadyTalking(Call call, Set<Channel> together) {
        Set<Channel> most = Set.of();
        for (Channel channel : together) {
            Set<Channel> said = saidOf(channel);
            said.retainAll(together);
            boolean better = said.size() > most.size() || (said.size() == most.size() && channel == call.principal);
            most = said.size() > 1 && better ? said : most;
        }
        return most;
    }

    private void sayTalking(Call call, Channel a, Channel b) {
        story.tell(
                call, a, List.of(b.leg), (pbx, seq, at, id) -> new CallEvent.Talking(pbx, seq, at, id, a.leg, b.leg));
    }

    private Call oneCall(Set<Channel> together) {
        Call call = null;
        for (Channel channel : together) {
            floor.revive(channel);
            call = call == null ? channel.call : merging.merge(call, channel.call);
        }
        if (call == null) {
            throw new IllegalArgumentException("Nobody talks");
        }
        if (call.principal == null) {
            call.principal = together.iterator().next();
        }
        return call;
    }

    /** Who left a conference for good; null when one of its members may only be on the move. */
    private @Nullable Set<Channel> leftBehind(Set<Channel> together) {
        Set<Channel> left = new LinkedHashSet<>();
        for (Channel channel : together) {
            Set<Channel> said = saidOf(channel);
            if (said.size() > 2 && said.containsAll(together)) {
                left.addAll(said);
            }
        }
        left.removeAll(together);
        for (Channel who : left) {
            if (!who.gone && paths.hearing(who).size() < 2 && !(who.bridge != null && who.bridge.holding)) {
                return null;
            }
        }
        return left;
    }

    private static Set<Channel> saidOf(Channel channel) {
        Set<Channel> said = new LinkedHashSet<>(channel.partners);
        said.add(channel);
        return said;
    }

    /**
     * Two who each talked with the same third party are about to be said to be transferred by it: wait for the word, or
     * for the third to be gone.
     */
    private boolean amidTransfer(Set<Channel> together) {
        if (together.size() != 2) {
            return false;
        }
        List<Channel> two = new ArrayList<>(together);
        Channel of = onlyPartner(two.get(0));
        Channel other = onlyPartner(two.get(1));
        return of != null
                && other != null
                && of != two.get(1)
                && other != two.get(0)
                && of.leg.endpoint().equals(other.leg.endpoint())
                && paths.hearing(of).size() < 2
                && paths.hearing(other).size() < 2;
    }

    private static @Nullable Channel onlyPartner(Channel channel) {
        if (channel.partners.size() != 1) {
            return null;
        }
        Channel partner = channel.partners.iterator().next();
        return partner.gone || partner.passedOn ? null : partner;
    }

    private void settleTransfer(Call call, Set<Channel> together) {
        Call.PendingTransfer pending = call.pending;
        if (pending == null || !together.contains(pending.transferee()) || together.contains(pending.transferer())) {
            return;
        }
        Channel target = together.stream()
                .filter(channel -> channel != pending.transferee())
                .findFirst()
                .orElseThrow();
        call.pending = null;
        story.tell(
                call,
                pending.transferee(),
                List.of(target.leg),
                (pbx, seq, at, id) -> new CallEvent.Transferred(
                        pbx, seq, at, id, TransferKind.BLIND, pending.transferer().leg, target.leg));
    }
}
