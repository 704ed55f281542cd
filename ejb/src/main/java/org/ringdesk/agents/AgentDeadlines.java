package org.ringdesk.agents;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.ringdesk.agents.domain.Presence;
import org.ringdesk.agents.store.Attendance;
import org.ringdesk.agents.store.Presences;
import org.ringdesk.shared.Role;

/** What the time brings: the end of the work after a call, and the end of a log-in whose browser is gone. */
@Stateless
@RolesAllowed(Role.SYSTEM)
public class AgentDeadlines {
    @Inject
    private Presences presences;

    @Inject
    private Attendance attendance;

    @Inject
    private Clock clock;

    /** The logins of those whose work after a call has had its time. */
    public List<String> overdue() {
        return presences.overdue(clock.instant());
    }

    /** Ends the work as it stands; one that was extended meanwhile goes on. */
    public void timeIsUp(String login) {
        Presence presence = presences.of(login);
        if (presence.timeIsUp(clock.instant())) {
            presences.changed(presence);
        }
    }

    /** The logins of those whose browser has been gone for longer than the grace time and who have no call up. */
    public List<String> gone() {
        return attendance.gone();
    }

    /** Signs out who is gone; one who has a call or came back meanwhile stays. */
    public void signOutGone(String login) {
        Presence presence = presences.of(login);
        if (presence.endpoint() != null && Attendance.isFree(presence) && attendance.isGone(login)) {
            presence.signedOut(new Notice(Notice.Kind.ABSENT, null, clock.instant()), clock.instant());
            presences.changed(presence);
        }
    }

    /** These have a page open now. To be said for each at least every {@link Attendance#REPORTED_WITHIN}. */
    public void seen(Collection<String> logins) {
        if (!logins.isEmpty()) {
            attendance.seen(logins);
        }
    }
}
