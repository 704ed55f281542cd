package org.ringdesk.calls;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.ringdesk.calls.store.CustomersCalls;
import org.ringdesk.customers.CustomerNumber;
import org.ringdesk.shared.Role;

/** The calls with a customer. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.ADMIN})
public class CallHistory {
    private static final int LIST = 100;

    @Inject
    private CustomersCalls calls;

    /** The latest first, those of who was merged into the customer included; two statements. */
    public List<CallSummary> of(CustomerNumber customer, int limit) {
        return calls.of(customer, Math.min(Math.max(limit, 1), LIST));
    }
}
