package org.ringdesk.orders;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.ringdesk.orders.store.Orders;
import org.ringdesk.shared.Role;

/** What customers ordered before. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.ADMIN, Role.TELEPHONY, Role.SYSTEM})
public class OrderHistory {
    private static final int LIST = 200;

    @Inject
    private Orders orders;

    /** The customer's last orders, drafts included, the latest first; one statement. */
    public List<OrderSummary> recent(long customerId, int limit) {
        return orders.recent(customerId, Math.min(Math.max(limit, 1), LIST));
    }
}
