package org.ringdesk.cti.real;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ringdesk.cti.CallEvent;
import org.ringdesk.cti.Caller;
import org.ringdesk.cti.Leg;

/** A fact in words, people by their names: an extension, or the name with which somebody outside called. */
final class Words {
    private final Map<String, String> callers = new HashMap<>();

    String of(CallEvent event) {
        if (event instanceof CallEvent.Started e) {
            if (e.direction() == CallEvent.Direction.INBOUND) {
                callers.put(e.first().uniqueId(), name(e.caller()));
            }
            return word(e.direction()) + " call by " + name(e.first()) + " to " + e.dialled();
        }
        if (event instanceof CallEvent.QueueJoined e) {
            return "waits in " + e.queue() + " at " + e.position();
        }
        if (event instanceof CallEvent.QueueLeft e) {
            return "left " + e.queue() + ' ' + word(e.how());
        }
        if (event instanceof CallEvent.Ringing e) {
            return names(e.targets()) + " rings for " + name(e.from()) + (e.queue() == null ? "" : " of " + e.queue());
        }
        if (event instanceof CallEvent.RingEnded e) {
            return name(e.target()) + " rings no more: " + word(e.reason());
        }
        if (event instanceof CallEvent.Talking e) {
            return name(e.a()) + " talks with " + name(e.b());
        }
        if (event instanceof CallEvent.Transferred e) {
            return word(e.kind()) + " transfer by " + name(e.transferer()) + " to " + name(e.target());
        }
        if (event instanceof CallEvent.Ended e) {
            return "ended " + word(e.reason()) + " by " + name(e.hungUpBy());
        }
        return marks(event);
    }

    private String marks(CallEvent event) {
        if (event instanceof CallEvent.Held e) {
            return "held by " + name(e.by());
        }
        if (event instanceof CallEvent.Resumed e) {
            return "resumed by " + name(e.by());
        }
        if (event instanceof CallEvent.LegLeft e) {
            return name(e.leg()) + " gone";
        }
        if (event instanceof CallEvent.SpyStarted e) {
            return name(e.spy()) + " listens to " + name(e.on());
        }
        if (event instanceof CallEvent.SpyStopped e) {
            return name(e.spy()) + " listens no more";
        }
        if (event instanceof CallEvent.Recording e) {
            return "recording " + word(e.state()) + " on " + name(e.on());
        }
        if (event instanceof CallEvent.ConferenceJoined e) {
            return name(e.who()) + " joined";
        }
        if (event instanceof CallEvent.ConferenceLeft e) {
            return name(e.who()) + " left the conference";
        }
        if (event instanceof CallEvent.Parked e) {
            return name(e.who()) + " parked at " + e.space();
        }
        if (event instanceof CallEvent.Unparked e) {
            return name(e.who()) + " taken by " + name(e.by());
        }
        return word(event.getClass().getSimpleName());
    }

    private static String name(Caller caller) {
        return caller.withheld() ? "withheld" : String.valueOf(caller.name() == null ? caller.number() : caller.name());
    }

    private String name(@Nullable Leg leg) {
        if (leg == null) {
            return "nobody";
        }
        String endpoint = leg.endpoint().replace("PJSIP/", "");
        return endpoint.equals("trunk") || endpoint.isEmpty()
                ? callers.getOrDefault(leg.uniqueId(), "outside")
                : endpoint;
    }

    private String names(List<Leg> legs) {
        return legs.stream().map(this::name).collect(Collectors.joining(" and "));
    }

    private static String word(Enum<?> value) {
        return word(value.name()).replace('_', ' ');
    }

    private static String word(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
