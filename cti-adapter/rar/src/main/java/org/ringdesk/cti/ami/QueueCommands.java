package org.ringdesk.cti.ami;

import java.util.List;
import java.util.Locale;
import org.asteriskjava.manager.action.QueueAddAction;
import org.asteriskjava.manager.action.QueuePauseAction;
import org.asteriskjava.manager.action.QueuePenaltyAction;
import org.asteriskjava.manager.action.QueueRemoveAction;
import org.asteriskjava.manager.response.ManagerError;
import org.asteriskjava.manager.response.ManagerResponse;
import org.jspecify.annotations.Nullable;
import org.ringdesk.cti.CtiConnection.Membership;
import org.ringdesk.cti.CtiException;
import org.ringdesk.cti.CtiException.Kind;

/** Places in queues. */
public final class QueueCommands {
    private final CommandLine line;

    QueueCommands(CommandLine line) {
        this.line = line;
    }

    public void join(String endpoint, String memberName, List<Membership> queues, boolean paused, String reason) {
        Allowed.ENDPOINT.checked(endpoint);
        queues.forEach(membership -> {
            Allowed.QUEUE.checked(membership.queue());
            if (membership.penalty() < 0 || membership.penalty() > 100) {
                throw new CtiException(Kind.INVALID, "A penalty is between 0 and 100");
            }
        });
        for (Membership membership : queues) {
            joinOne(endpoint, Allowed.shown(memberName), membership, paused, Allowed.shown(reason));
        }
    }

    private void joinOne(String endpoint, String memberName, Membership membership, boolean paused, String reason) {
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

    public void leave(String endpoint, List<String> queues) {
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

    private static boolean says(ManagerResponse answer, String words) {
        return answer instanceof ManagerError
                && String.valueOf(answer.getMessage()).toLowerCase(Locale.ROOT).contains(words);
    }

    private static CtiException refused(ManagerResponse answer) {
        return new CtiException(Kind.REFUSED, String.valueOf(answer.getMessage()));
    }
}
