package org.ringdesk.orders;

import static java.util.logging.Level.INFO;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.logging.Logger;
import org.ringdesk.shared.Role;

/** Asks the database which holds are over: every deadline stands there, so a restart forgets none. */
@Singleton
@DependsOn("StartUp")
@RunAs(Role.SYSTEM)
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class HoldTimer {
    private static final Logger LOG = Logger.getLogger(HoldTimer.class.getName());

    @Inject
    private HoldDeadlines holds;

    /** Each in a transaction of its own, under the order's lock: of two servers the second finds nothing to do. */
    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    public void endHolds() {
        for (long id : holds.overdue()) {
            try {
                holds.timeIsUp(id);
            } catch (RuntimeException e) {
                LOG.log(INFO, e, () -> "Comes again: hold " + id);
            }
        }
    }
}
