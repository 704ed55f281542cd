package org.ringdesk.cti.call;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ringdesk.cti.wire.AmiMessage;

/**
 * Brings the floor into step with a snapshot (Status, CoreShowChannel, QueueEntry): what is not in it is lost, what is
 * there is told anew, so that a listener that missed anything is in step again too.
 */
final class Resync {
    private static final Pattern AGE = Pattern.compile("(\\d+)\\.(\\d+)$");

    private final Floor floor;
    private final Paths paths;
    private final Rings rings;
    private final Waits waits;
    private final Endings endings;

    Resync(Floor floor, Paths paths, Rings rings, Waits waits, Endings endings) {
        this.floor = floor;
        this.paths = paths;
        this.rings = rings;
        this.waits = waits;
        this.endings = endings;
    }

    void apply(List<AmiMessage> snapshot) {
        List<AmiMessage> oldestFirst = new ArrayList<>(snapshot);
        oldestFirst.sort(Comparator.comparing(Resync::age));
        Set<Channel> present = new LinkedHashSet<>();
        for (AmiMessage message : oldestFirst) {
            if (message.name().equals("Status") || message.name().equals("CoreShowChannel")) {
                Channel channel = present(message);
                if (channel != null) {
                    present.add(channel);
                }
            }
        }
        for (Channel channel : floor.channels()) {
            if (!present.contains(channel)) {
                endings.lost(channel);
            }
        }
        List<AmiMessage> entries = snapshot.stream()
                .filter(message -> message.name().equals("QueueEntry"))
                .toList();
        Set<String> waiting = new HashSet<>();
        entries.forEach(entry -> waiting.add(entry.text("uniqueid", "")));
        for (Call call : floor.calls()) {
            forgetTold(call, waiting);
        }
        entries.forEach(this::waits);
        for (Channel channel : present) {
            ringsFor(channel);
        }
    }

    /** Takes what one event of a snapshot says of a channel. */
    @Nullable
    Channel present(AmiMessage message) {
        Channel channel = floor.channel(message, "");
        if (channel != null) {
            place(channel, message.text("bridgeid"));
            learn(channel, message);
        }
        return channel;
    }

    private static void learn(Channel channel, AmiMessage message) {
        String data = message.text("data", message.text("applicationdata", ""));
        channel.called |= data.equals("(Outgoing Line)");
        String dialled = message.text("dnid");
        Call call = channel.call;
        if (call.dialled == null && dialled != null && !channel.called) {
            call.dialled = dialled;
        }
    }

    private void place(Channel channel, @Nullable String bridge) {
        if (bridge == null) {
            floor.leave(channel);
        } else if (channel.bridge == null || !channel.bridge.id.equals(bridge)) {
            floor.enter(channel, floor.bridge(bridge));
        }
    }

    private void waits(AmiMessage entry) {
        Channel caller = floor.known(entry.text("uniqueid"));
        String queue = entry.text("queue");
        if (caller != null && queue != null) {
            waits.join(caller, queue, entry.number("position", 0), entry.number("wait", 0));
        }
    }

    private void forgetTold(Call call, Set<String> waiting) {
        if (call.ended) {
            return;
        }
        call.started = false;
        call.retell = true;
        Wait wait = call.wait;
        if (wait != null && !waiting.contains(wait.caller.uid)) {
            // it ended in the gap; whether somebody answered shows in the talk
            call.wait = paths.hearing(wait.caller).size() > 1 ? wait : null;
        } else if (wait != null) {
            wait.told = false;
        }
        for (Channel channel : call.channels) {
            channel.partners = new LinkedHashSet<>();
            channel.heldTold = false;
            if (channel.dial != null) {
                channel.dial.from = null;
            }
            floor.touch(channel);
        }
    }

    /** A snapshot does not say for whom a device rings: it is whoever began the call. */
    private void ringsFor(Channel channel) {
        if (!channel.party || channel.state != ChannelState.RINGING || channel.dial != null) {
            return;
        }
        Channel first = floor.known(channel.linked);
        if (first == null || !first.party || first == channel) {
            first = channel.call.channels.stream()
                    .filter(other -> other.party && other != channel && other.state != ChannelState.RINGING)
                    .findFirst()
                    .orElse(null);
        }
        rings.dial(channel, first);
    }

    /** A unique id ends in the time and number of its channel; one that somebody else made up is of a later one. */
    private static String age(AmiMessage message) {
        Matcher age = AGE.matcher(message.text("uniqueid", ""));
        return age.find()
                ? String.format("%020d%020d", new BigInteger(age.group(1)), new BigInteger(age.group(2)))
                : "~";
    }
}
