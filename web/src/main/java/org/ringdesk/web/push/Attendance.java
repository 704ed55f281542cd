package org.ringdesk.web.push;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.ringdesk.agents.AgentDeadlines;
import org.ringdesk.shared.Role;

/** Reports whose page is open here, well within the time after which somebody unheard of counts as gone; and who looks at which order. */
@Singleton
@RunAs(Role.SYSTEM)
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Attendance {
    @Inject
    private Pages pages;

    @Inject
    private AgentDeadlines agents;

    @Inject
    private Company company;

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    public void report() {
        agents.seen(pages.desks());
        company.repeat();
    }

    /** Often: who lost the connection looks at nothing any more. */
    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    public void sweep() {
        company.sweep();
    }
}
