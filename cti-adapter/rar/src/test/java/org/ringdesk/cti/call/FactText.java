package org.ringdesk.cti.call;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ringdesk.cti.CallEvent;
import org.ringdesk.cti.Caller;
import org.ringdesk.cti.Leg;

/** Facts as short lines that a person can check against a recording. */
public final class FactText {
    private FactText() {}

    public static String of(Fact fact) {
        CallEvent event = fact.event();
        if (event instanceof CallEvent.Started e) {
            return "started " + word(e.direction()) + ' ' + e.first().channel() + " by " + who(e.caller()) + " to "
                    + e.dialled();
        }
        if (event instanceof CallEvent.QueueJoined e) {
            return "waits in " + e.queue() + " at " + e.position();
        }
        if (event instanceof CallEvent.QueueLeft e) {
            return "left " + e.queue() + ' ' + word(e.how());
        }
        if (event instanceof CallEvent.Ringing e) {
            return "rings " + names(e.targets()) + " for " + e.from().channel() + ", " + who(e.caller())
                    + (e.queue() == null ? "" : ", queue " + e.queue());
        }
        if (event instanceof CallEvent.RingEnded e) {
            return "ring of " + e.target().channel() + " ended: " + word(e.reason());
        }
        if (event instanceof CallEvent.Talking e) {
            return "talk " + e.a().channel() + " with " + e.b().channel();
        }
        if (event instanceof CallEvent.Transferred e) {
            return word(e.kind()) + " transfer by " + e.transferer().channel() + " of " + name(fact.caller()) + " to "
                    + names(fact.targets());
        }
        if (event instanceof CallEvent.Ended e) {
            return "ended " + word(e.reason()) + ", hung up by " + name(e.hungUpBy());
        }
        return marks(event);
    }

    private static String marks(CallEvent event) {
        if (event instanceof CallEvent.Held e) {
            return "held by " + e.by().channel();
        }
        if (event instanceof CallEvent.Resumed e) {
            return "resumed by " + e.by().channel();
        }
        if (event instanceof CallEvent.LegLeft e) {
            return "gone " + e.leg().channel();
        }
        if (event instanceof CallEvent.SpyStarted e) {
            return "spy " + e.spy().channel() + " on " + e.on().channel();
        }
        if (event instanceof CallEvent.SpyStopped e) {
            return "spy " + e.spy().channel() + " stopped";
        }
        if (event instanceof CallEvent.Recording e) {
            return "recording " + word(e.state()) + " on " + e.on().channel();
        }
        if (event instanceof CallEvent.ConferenceJoined e) {
            return "joined " + e.who().channel();
        }
        if (event instanceof CallEvent.ConferenceLeft e) {
            return "left conference " + e.who().channel();
        }
        if (event instanceof CallEvent.Merged) {
            return "merged";
        }
        if (event instanceof CallEvent.Parked e) {
            return "parked " + e.who().channel() + " at " + e.space();
        }
        if (event instanceof CallEvent.Unparked e) {
            return "taken from its place by " + name(e.by());
        }
        return event.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static String who(Caller caller) {
        return caller.withheld() ? "withheld" : caller.number() + " (" + caller.name() + ')';
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String names(List<Leg> legs) {
        return legs.isEmpty() ? "nobody" : legs.stream().map(Leg::channel).collect(Collectors.joining(" + "));
    }

    private static String name(@Nullable Leg leg) {
        return leg == null ? "nobody" : leg.channel();
    }
}
