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

/** Asks the database whose time is over: every deadline stands there, so a restart forgets none. */
@Singleton
@DependsOn("StartUp")
@RunAs(Role.SYSTEM)
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PriceRequestTimer {
    private static final Logger LOG = Logger.getLogger(PriceRequestTimer.class.getName());

    @Inject
    private PriceRequestDeadlines requests;

    /** Each in a transaction of its own: an answer in the same moment comes first, and keeps nobody waiting. */
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    public void endWaiting() {
        for (long id : requests.overdue()) {
            try {
                requests.timeIsUp(id);
            } catch (RuntimeException e) {
                LOG.log(INFO, e, () -> "Comes again: price request " + id);
            }
        }
    }
}
