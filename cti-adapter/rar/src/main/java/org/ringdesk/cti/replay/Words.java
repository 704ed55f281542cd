package org.ringdesk.cti.replay;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ringdesk.cti.CallEvent;
import org.ringdesk.cti.Caller;
import org.ringdesk.cti.EndReason;
import org.ringdesk.cti.Leg;
import org.ringdesk.cti.call.Fact;

/** A fact in a sentence. */
final class Words {
    private Words() {}

    static String of(Fact fact) {
        CallEvent event = fact.event();
        if (event instanceof CallEvent.Started e) {
            String dialled = e.dialled() == null ? "" : " dials " + e.dialled();
            return who(e.caller()) + dialled + " (" + word(e.direction()) + ", "
                    + e.first().channel() + ')';
        }
        if (event instanceof CallEvent.QueueJoined e) {
            return "waits in queue " + e.queue() + (e.position() > 0 ? " at place " + e.position() : "");
        }
        if (event instanceof CallEvent.QueueLeft e) {
            return queueLeft(e);
        }
        if (event instanceof CallEvent.Ringing e) {
            return Tale.names(e.targets()) + " rings for " + e.from().channel()
                    + (e.queue() == null ? "" : " in queue " + e.queue());
        }
        if (event instanceof CallEvent.RingEnded e) {
            return e.reason() == EndReason.ANSWER
                    ? e.target().channel() + " answers"
                    : e.target().channel() + " stops ringing: " + word(e.reason());
        }
        if (event instanceof CallEvent.Talking e) {
            return e.a().channel() + " talks with " + e.b().channel();
        }
        if (event instanceof CallEvent.Transferred e) {
            return e.transferer().channel() + " transfers " + name(fact.caller()) + " to "
                    + (fact.targets().isEmpty() ? "a queue or an application" : Tale.names(fact.targets())) + " ("
                    + word(e.kind()) + ')';
        }
        if (event instanceof CallEvent.Ended e) {
            return "ended: " + word(e.reason()) + (e.hungUpBy() == null ? "" : ", hung up by " + name(e.hungUpBy()));
        }
        return ofMarks(event);
    }

    private static String queueLeft(CallEvent.QueueLeft e) {
        String seconds = e.waitedMillis() > 0 ? " after " + Math.round(e.waitedMillis() / 1000.0) + " s" : "";
        return switch (e.how()) {
            case CONNECTED -> "is taken from queue " + e.queue() + seconds;
            case ABANDONED -> "gives up waiting in queue " + e.queue() + seconds;
            case TIMED_OUT -> "waited in queue " + e.queue() + " until the time was over" + seconds;
            case LEFT -> "leaves queue " + e.queue() + seconds;
        };
    }

    private static String ofMarks(CallEvent event) {
        if (event instanceof CallEvent.Held e) {
            return e.by().channel() + " holds";
        }
        if (event instanceof CallEvent.Resumed e) {
            return e.by().channel() + " resumes";
        }
        if (event instanceof CallEvent.LegLeft e) {
            return e.leg().channel() + " is gone";
        }
        if (event instanceof CallEvent.ConferenceJoined e) {
            return e.who().channel() + " joins";
        }
        if (event instanceof CallEvent.ConferenceLeft e) {
            return e.who().channel() + " leaves the conference";
        }
        if (event instanceof CallEvent.SpyStarted e) {
            return e.spy().channel() + " listens in on " + e.on().channel();
        }
        if (event instanceof CallEvent.SpyStopped e) {
            return e.spy().channel() + " no longer listens in";
        }
        if (event instanceof CallEvent.Recording e) {
            return "recording " + word(e.state());
        }
        if (event instanceof CallEvent.Parked e) {
            return e.who().channel() + " is parked at " + e.space();
        }
        if (event instanceof CallEvent.Unparked e) {
            return e.by() == null ? "is parked no longer" : e.by().channel() + " takes the parked call";
        }
        return event.toString();
    }

    private static String who(Caller caller) {
        if (caller.withheld()) {
            return "somebody who withholds the number";
        }
        String number = caller.number() == null ? "somebody without a number" : caller.number();
        return caller.name() == null ? number : caller.name() + ' ' + number;
    }

    private static String name(@Nullable Leg leg) {
        return leg == null ? "the caller" : leg.channel();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
