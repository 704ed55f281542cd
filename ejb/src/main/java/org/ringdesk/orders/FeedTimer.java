package org.ringdesk.orders;

import jakarta.annotation.security.RunAs;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.ringdesk.shared.Role;

/** Has events numbered; what a server that died left unnumbered, any other numbers. */
@Singleton
@DependsOn("StartUp")
@RunAs(Role.SYSTEM)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FeedTimer {
    private static final int CHUNKS = 100;

    @Inject
    private FeedNumbering numbering;

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void run() {
        int chunks = 1;
        while (numbering.number() && chunks < CHUNKS) {
            chunks++;
        }
    }
}
