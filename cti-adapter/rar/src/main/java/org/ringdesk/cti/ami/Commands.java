package org.ringdesk.cti.ami;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.asteriskjava.manager.action.HangupAction;
import org.asteriskjava.manager.action.OriginateAction;
import org.asteriskjava.manager.action.QueueAddAction;
import org.asteriskjava.manager.action.QueuePauseAction;
import org.asteriskjava.manager.action.QueuePenaltyAction;
import org.asteriskjava.manager.action.QueueRemoveAction;
import org.asteriskjava.manager.response.ManagerError;
import org.asteriskjava.manager.response.ManagerResponse;
import org.jspecify.annotations.Nullable;
import org.ringdesk.cti.CallId;
import org.ringdesk.cti.CtiConnection.Membership;
import org.ringdesk.cti.CtiException;
import org.ringdesk.cti.CtiException.Kind;

/** The commands as Asterisk's actions. Every value is checked before anything is sent. */
public final class Commands {
    private static final long RING_MILLIS = 30_000;

    private final PbxSettings settings;
    private final CommandLine line;

    public Commands(PbxSettings settings, CommandLine line) {
        this.settings = settings;
        this.line = line;
    }

    public void joinQueues(String endpoint, String memberName, List<Membership> queues, boolean paused, String reason) {
        Allowed.ENDPOINT.checked(endpoint);
        queues.forEach(membership -> {
            Allowed.QUEUE.checked(membership.queue());
            if (membership.penalty() < 0 || membership.penalty() > 100) {
                throw new CtiException(Kind.INVALID, "A penalty is between 0 and 100");
            }
        });
        for (Membership membership : queues) {
            join(endpoint, Allowed.shown(memberName), membership, paused, Allowed.shown(reason));
        }
    }

    private void join(String endpoint, String memberName, Membership membership, boolean paused, String reason) {
        QueueAddAction add = new QueueAddAction(membership.queue(), endpoint, membership.penalty());
        add.setMemberName(memberName);
        add.setPaused(paused);
        if (endpoint.startsWith("PJSIP/")) {
            add.setStateInterface(endpoint);
        }
        if (!reason.isEmpty()) {
            add.setReason(reason);
        }
        ManagerResponse answer = line.ask(add);
        if (says(answer, "already there")) {
            QueuePenaltyAction penalty = new QueuePenaltyAction(endpoint, membership.penalty(), membership.queue());
            line.order(penalty);
            line.order(pauseOf(endpoint, membership.queue(), paused, reason));
        } else if (answer instanceof ManagerError) {
            throw refused(answer);
        } else if (paused && !reason.isEmpty()) {
            // QueueAdd of Asterisk 16 takes no reason
            line.order(pauseOf(endpoint, membership.queue(), true, reason));
        }
    }

    public void leaveQueues(String endpoint, List<String> queues) {
        Allowed.ENDPOINT.checked(endpoint);
        queues.forEach(Allowed.QUEUE::checked);
        for (String queue : queues) {
            ManagerResponse answer = line.ask(new QueueRemoveAction(queue, endpoint));
            if (answer instanceof ManagerError && !says(answer, "not there")) {
                throw refused(answer);
            }
        }
    }

    public void pause(String endpoint, boolean paused, String reason) {
        line.order(pauseOf(Allowed.ENDPOINT.checked(endpoint), null, paused, Allowed.shown(reason)));
    }

    private static QueuePauseAction pauseOf(String endpoint, @Nullable String queue, boolean paused, String reason) {
        QueuePauseAction pause = new QueuePauseAction(endpoint, paused);
        pause.setQueue(queue);
        pause.setReason(reason);
        return pause;
    }

    public void hangUp(String channel) {
        line.order(new HangupAction(Allowed.CHANNEL.checked(channel)));
    }

    public CallId dial(String endpoint, String number, @Nullable String callerId) {
        String uniqueId = "rd-" + UUID.randomUUID();
        OriginateAction originate = new OriginateAction();
        originate.setChannel(Allowed.ENDPOINT.checked(endpoint));
        originate.setContext(settings.dialContext());
        originate.setExten(Allowed.NUMBER.checked(number));
        originate.setPriority(1);
        originate.setTimeout(RING_MILLIS);
        originate.setCallerId(shownOnPhone(number, callerId));
        originate.setAsync(true);
        originate.setChannelId(uniqueId);
        originate.setVariables(Map.of("__RINGDESK_CALL", uniqueId));
        line.order(originate);
        return CallId.of(settings.name(), uniqueId);
    }

    /** While the agent's own phone rings it shows whom it will call; between our phones the PBX shows who calls. */
    private static @Nullable String shownOnPhone(String number, @Nullable String callerId) {
        if (callerId != null) {
            return Allowed.NUMBER.checked(callerId);
        }
        return number.length() > 6 ? number : null;
    }

    private static boolean says(ManagerResponse answer, String words) {
        return answer instanceof ManagerError
                && String.valueOf(answer.getMessage()).toLowerCase(Locale.ROOT).contains(words);
    }

    private static CtiException refused(ManagerResponse answer) {
        return new CtiException(Kind.REFUSED, String.valueOf(answer.getMessage()));
    }
}
