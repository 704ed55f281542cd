package org.ringdesk.calls.telephony;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.ringdesk.shared.Role;

/** Ends commands that nothing proved in time. They are in the database: after a restart, or from another server, the same. */
@Singleton
@DependsOn("StartUp")
@RunAs(Role.SYSTEM)
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Deadlines {
    @Inject
    private CommandBook book;

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    public void look() {
        book.overdue().forEach(book::expire);
    }
}
