package org.ringdesk.agents.telephony;

import static java.util.logging.Level.INFO;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Logger;
import org.ringdesk.agents.AgentDeadlines;
import org.ringdesk.shared.Role;

/** Asks the database what is due: every deadline stands there, so a restart forgets none. */
@Singleton
@DependsOn("StartUp")
@RunAs(Role.SYSTEM)
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AgentTimer {
    private static final Logger LOG = Logger.getLogger(AgentTimer.class.getName());

    @Inject
    private AgentDeadlines agents;

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    public void endWork() {
        each(agents.overdue(), agents::timeIsUp);
    }

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    public void signOutGone() {
        each(agents.gone(), agents::signOutGone);
    }

    /** Each in a transaction of its own: an agent who does something in the same moment comes first, and keeps nobody waiting. */
    private static void each(List<String> logins, Consumer<String> work) {
        for (String login : logins) {
            try {
                work.accept(login);
            } catch (RuntimeException e) {
                LOG.log(INFO, "Comes again: " + login, e);
            }
        }
    }
}
