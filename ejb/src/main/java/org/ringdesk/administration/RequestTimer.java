package org.ringdesk.administration;

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

/** Forgets answers that are old. */
@Singleton
@DependsOn("StartUp")
@RunAs(Role.SYSTEM)
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RequestTimer {
    private static final Logger LOG = Logger.getLogger(RequestTimer.class.getName());

    @Inject
    private RequestSteps steps;

    @Schedule(hour = "*", minute = "17", persistent = false)
    public void clean() {
        int forgotten = steps.forgetOld();
        LOG.fine(() -> forgotten + " answers to systems forgotten");
    }
}
