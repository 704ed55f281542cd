package org.ringdesk.cti.call;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ringdesk.cti.CallEvent;
import org.ringdesk.cti.CallEvent.RecordingState;
import org.ringdesk.cti.wire.AmiMessage;

/** What is done to a talk: hold, recording, listening in. Each change is told once, however often it is said. */
final class Marks {
    private final Floor floor;
    private final Story story;
    private final Set<Channel> spies = new HashSet<>();

    Marks(Floor floor, Story story) {
        this.floor = floor;
        this.story = story;
    }

    /**
     * In a consultation the PBX says so of every move between the two; it counts for whoever was held first, until they meet
     * again.
     */
    void hold(AmiMessage message, boolean on) throws Malformed {
        Channel by = floor.required(message, "");
        if (by.party && by.held != on && !by.elsewhere) {
            if (on) {
                by.held = true;
                by.holds = new LinkedHashSet<>(by.partners);
                held(by);
            } else {
                resumed(by);
            }
        }
    }

    private void held(Channel by) {
        by.heldTold = true;
        story.tell(by.call, (pbx, seq, at, id) -> new CallEvent.Held(pbx, seq, at, id, by.leg));
    }

    private void resumed(Channel by) {
        by.held = false;
        by.elsewhere = false;
        by.holds.clear();
        story.tell(by.call, (pbx, seq, at, id) -> new CallEvent.Resumed(pbx, seq, at, id, by.leg));
    }

    /** Tells anew who is held. */
    void tell(Call call) {
        for (Channel channel : List.copyOf(call.channels)) {
            if (channel.held && !channel.heldTold) {
                held(channel);
            }
        }
    }

    /** These talk, and did not so before. */
    void met(Set<Channel> together) {
        for (Channel channel : together) {
            boolean again = channel.holds.stream().anyMatch(together::contains);
            if (again && channel.elsewhere) {
                resumed(channel);
            } else if (channel.held && !again && !channel.holds.isEmpty()) {
                channel.elsewhere = true;
            }
        }
    }

    /** A channel is gone and its call goes on: nobody waits who is not there. */
    void left(Call call) {
        for (Channel channel : List.copyOf(call.channels)) {
            if (channel.elsewhere && channel.holds.stream().allMatch(held -> held.gone)) {
                resumed(channel);
            }
        }
    }

    void recording(AmiMessage message, boolean on) throws Malformed {
        Channel channel = floor.required(message, "");
        if (channel.recorded != on) {
            channel.recorded = on;
            channel.muted = false;
            recording(channel, on ? RecordingState.STARTED : RecordingState.STOPPED);
        }
    }

    void muted(AmiMessage message) throws Malformed {
        Channel channel = floor.required(message, "");
        boolean on = message.number("state", 0) != 0;
        if (channel.recorded && channel.muted != on && "both".equals(message.text("direction", "both"))) {
            channel.muted = on;
            recording(channel, on ? RecordingState.MUTED : RecordingState.UNMUTED);
        }
    }

    private void recording(Channel channel, RecordingState state) {
        story.tell(channel.call, (pbx, seq, at, id) -> new CallEvent.Recording(pbx, seq, at, id, state, channel.leg));
    }

    void spyStarts(AmiMessage message) throws Malformed {
        Channel spy = floor.required(message, "spyer");
        Channel on = floor.required(message, "spyee");
        if (spy.spiedOn != on) {
            spyStops(spy);
            spy.spiedOn = on;
            spies.add(spy);
            story.tell(on.call, (pbx, seq, at, id) -> new CallEvent.SpyStarted(pbx, seq, at, id, spy.leg, on.leg));
        }
    }

    void spyStops(AmiMessage message) throws Malformed {
        Channel spy = floor.channel(message, "spyer");
        if (spy != null) {
            spyStops(spy);
        } else if (!floor.isGone(message, "spyer")) {
            throw new Malformed("ChanSpyStop without a spy");
        }
    }

    private void spyStops(Channel spy) {
        Channel on = spy.spiedOn;
        if (on != null) {
            spy.spiedOn = null;
            spies.remove(spy);
            story.tell(on.call, (pbx, seq, at, id) -> new CallEvent.SpyStopped(pbx, seq, at, id, spy.leg));
        }
    }

    void hungUp(Channel channel) {
        spyStops(channel);
        for (Channel other : List.copyOf(spies)) {
            if (other.spiedOn == channel) {
                spyStops(other);
            }
        }
    }
}
