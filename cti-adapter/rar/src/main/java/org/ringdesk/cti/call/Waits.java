package org.ringdesk.cti.call;

import java.time.Duration;
import java.util.List;
import org.ringdesk.cti.CallEvent;
import org.ringdesk.cti.CallEvent.QueueExit;
import org.ringdesk.cti.wire.AmiMessage;

/**
 * Waits in queues. QueueCallerAbandon alone proves nothing, Asterisk says it of time-outs too: it is an abandon when the
 * caller is hung up where the queue had it.
 */
final class Waits {
    private final Floor floor;
    private final Story story;

    Waits(Floor floor, Story story) {
        this.floor = floor;
        this.story = story;
    }

    void joins(AmiMessage message) throws Malformed {
        Channel caller = floor.required(message, "");
        String queue = message.text("queue");
        if (queue == null) {
            throw new Malformed("QueueCallerJoin without a queue");
        }
        Wait before = caller.call.wait;
        if (before != null && before.caller == caller && before.abandonSaid) {
            leave(caller.call, before, elsewhere(before, message));
        }
        join(caller, queue, message.number("position", 0), 0);
    }

    void join(Channel caller, String queue, int position, int waitedSeconds) {
        floor.revive(caller);
        Call call = caller.call;
        Wait before = call.wait;
        if (before != null && before.caller == caller && before.queue.equals(queue) && !before.leaveSaid) {
            return;
        }
        if (before != null) {
            leave(call, before, QueueExit.LEFT);
        }
        if (call.principal == null && caller.party) {
            call.principal = caller;
        }
        call.dials(caller);
        Transfers.withoutTarget(story, call);
        Wait wait = new Wait(queue, caller, story.at().minusSeconds(waitedSeconds), position);
        call.wait = wait;
        tell(call);
    }

    /** Says that a caller waits, if that was not said. */
    void tell(Call call) {
        Wait wait = call.wait;
        if (wait != null && !wait.told) {
            wait.told = true;
            story.tell(
                    call, (pbx, seq, at, id) -> new CallEvent.QueueJoined(pbx, seq, at, id, wait.queue, wait.position));
        }
    }

    void abandoned(AmiMessage message) throws Malformed {
        Channel caller = floor.channel(message, "");
        if (caller == null && floor.isGone(message, "")) {
            return;
        }
        if (caller == null) {
            throw new Malformed("QueueCallerAbandon without a caller");
        }
        Wait wait = caller.call.wait;
        int held = message.number("holdtime", -1);
        if (wait == null) {
            // begun before we listened, or its begin was filtered out
            wait = new Wait(message.text("queue", ""), caller, story.at().minusSeconds(Math.max(0, held)), 0);
            wait.told = true;
            caller.call.wait = wait;
        }
        wait.place = caller.place;
        wait.abandonSaid = true;
        wait.holdSeconds = held;
    }

    void leaves(AmiMessage message) {
        Channel caller = floor.channel(message, "");
        if (caller != null && caller.call.wait != null) {
            caller.call.wait.leaveSaid = true;
            caller.call.wait.place = caller.place;
        }
    }

    void connected(AmiMessage message) {
        Channel caller = floor.channel(message, "");
        if (caller != null) {
            connected(caller);
        }
    }

    /** The caller talks with someone. */
    void connected(Channel caller) {
        Call call = caller.call;
        Wait wait = call.wait;
        if (wait != null && wait.caller == caller) {
            leave(call, wait, QueueExit.CONNECTED);
        }
    }

    /** The caller is seen at another place in the dialplan. */
    void moved(Channel caller, AmiMessage message) {
        Call call = caller.call;
        Wait wait = call.wait;
        if (wait == null || wait.caller != caller || caller.hangupAsked) {
            return;
        }
        if ((wait.abandonSaid || wait.leaveSaid) && !caller.place.equals(wait.place)) {
            leave(call, wait, elsewhere(wait, message));
        }
    }

    /** The caller is no more, and nobody told us how it left. */
    void lost(Call call) {
        Wait wait = call.wait;
        if (wait != null) {
            leave(call, wait, QueueExit.LEFT);
        }
    }

    void hungUp(Channel caller, AmiMessage message) {
        Call call = caller.call;
        Wait wait = call.wait;
        if (wait != null && wait.caller == caller) {
            boolean abandoned = caller.hangupAsked || stayed(wait, message);
            leave(call, wait, abandoned ? QueueExit.ABANDONED : elsewhere(wait, message));
        }
    }

    /**
     * Whether the caller was hung up where the queue had it. A hangup handler may be where the channel last was: then a
     * normal clearing is the dialplan's own hangup, for a caller who leaves a queue leaves no cause.
     */
    private static boolean stayed(Wait wait, AmiMessage hangup) {
        String place = wait.caller.place;
        if (place.equals(wait.place)) {
            return true;
        }
        return !extension(place).equals(extension(wait.place)) && hangup.number("cause", 0) != 16;
    }

    private static String extension(String place) {
        return place.substring(0, Math.max(0, place.lastIndexOf('/')));
    }

    private static QueueExit elsewhere(Wait wait, AmiMessage message) {
        String variables = message.text("chanvariable", "");
        if (variables.contains("QUEUESTATUS=")) {
            return variables.contains("QUEUESTATUS=TIMEOUT") ? QueueExit.TIMED_OUT : QueueExit.LEFT;
        }
        return wait.abandonSaid ? QueueExit.TIMED_OUT : QueueExit.LEFT;
    }

    private void leave(Call call, Wait wait, QueueExit how) {
        call.wait = null;
        long waited = Duration.between(wait.since, story.at()).toMillis();
        long millis = waited <= 0 && wait.holdSeconds > 0 ? wait.holdSeconds * 1000L : Math.max(0, waited);
        story.tell(
                call,
                wait.caller,
                List.of(),
                (pbx, seq, at, id) -> new CallEvent.QueueLeft(pbx, seq, at, id, wait.queue, how, millis));
    }
}
