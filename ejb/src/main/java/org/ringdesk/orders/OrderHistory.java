package org.ringdesk.orders;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import java.util.List;
import org.ringdesk.shared.Role;

/** What customers ordered before. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.ADMIN, Role.TELEPHONY})
public class OrderHistory {

    /** The customer's last orders, drafts included, the latest first; one statement. */
    public List<OrderSummary> recent(long customerId, int limit) {
        throw new UnsupportedOperationException();
    }
}
