package org.ringdesk.cti.call;

import java.util.HashSet;
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

    void hold(AmiMessage message, boolean on) throws Malformed {
        Channel by = floor.required(message, "");
        if (by.held != on && by.party) {
            by.held = on;
            story.tell(
                    by.call,
                    (pbx, seq, at, id) -> on
                            ? new CallEvent.Held(pbx, seq, at, id, by.leg)
                            : new CallEvent.Resumed(pbx, seq, at, id, by.leg));
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
