package org.ringdesk.cti.call;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds people at the ends of chains of Local channels, bridges and dials. */
final class Paths {
    private static final Comparator<Channel> BY_AGE = Comparator.comparingLong(channel -> channel.order);

    private final Floor floor;

    Paths(Floor floor) {
        this.floor = floor;
    }

    /** On whose behalf a channel is dialled, or null while nobody is found. */
    @Nullable
    Channel callerOf(Channel target) {
        Dial dial = target.dial;
        return dial == null || dial.caller == null ? null : upwards(dial.caller, target);
    }

    private @Nullable Channel upwards(Channel start, Channel target) {
        Set<Channel> seen = new HashSet<>(Set.of(target));
        Deque<Channel> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            Channel channel = open.removeFirst();
            if (!seen.add(channel) || channel.gone) {
                continue;
            }
            if (channel.party) {
                return channel;
            }
            add(open, floor.named(channel.otherHalf()));
            Dial dial = channel.dial;
            add(open, dial == null ? null : dial.caller);
            if (channel.bridge != null) {
                channel.bridge.members.forEach(open::addLast);
            }
        }
        return null;
    }

    /** Whether the PBX itself began the chain of dials that ends at this channel. */
    boolean originated(Channel target) {
        Set<Channel> seen = new HashSet<>();
        Channel channel = target;
        while (channel != null && seen.add(channel)) {
            Dial dial = channel.dial;
            if (dial != null && dial.caller == null) {
                return true;
            }
            if (dial != null) {
                channel = dial.caller;
            } else {
                channel = channel.party ? null : floor.named(channel.otherHalf());
            }
        }
        return false;
    }

    /** Everyone who hears this channel, itself included, the oldest first; empty when it is in no conversation. */
    Set<Channel> hearing(Channel party) {
        Set<Channel> heard = new TreeSet<>(BY_AGE);
        if (!party.live() || party.bridge == null || party.bridge.holding) {
            return heard;
        }
        Set<Channel> seen = new HashSet<>();
        Deque<Channel> open = new ArrayDeque<>(List.of(party));
        while (!open.isEmpty()) {
            Channel channel = open.removeFirst();
            if (!seen.add(channel) || channel.gone) {
                continue;
            }
            if (channel.live()) {
                heard.add(channel);
            }
            if (!channel.party) {
                add(open, floor.named(channel.otherHalf()));
            }
            Bridge bridge = channel.bridge;
            if (bridge != null && !bridge.holding) {
                bridge.members.forEach(open::addLast);
            }
        }
        return heard;
    }

    /** The party at the far end of a piece of plumbing, or null. */
    @Nullable
    Channel farEnd(Channel start, Collection<Channel> notThese) {
        Set<Channel> seen = new HashSet<>(notThese);
        Deque<Channel> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            Channel channel = open.removeFirst();
            if (!seen.add(channel) || channel.gone) {
                continue;
            }
            if (channel.party) {
                return channel;
            }
            add(open, floor.named(channel.otherHalf()));
            dialledBy(channel).forEach(open::addLast);
            Dial dial = channel.dial;
            add(open, dial == null ? null : dial.caller);
            if (channel.bridge != null) {
                channel.bridge.members.forEach(open::addLast);
            }
        }
        return null;
    }

    List<Channel> dialledBy(Channel caller) {
        List<Channel> dialled = new ArrayList<>();
        for (Channel channel : caller.call.channels) {
            if (channel.dial != null && channel.dial.caller == caller) {
                dialled.add(channel);
            }
        }
        return dialled;
    }

    private static void add(Deque<Channel> open, @Nullable Channel channel) {
        if (channel != null) {
            open.addLast(channel);
        }
    }
}
