package org.ringdesk.orders;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import org.ringdesk.orders.domain.SalesOrder;
import org.ringdesk.orders.domain.Stamp;
import org.ringdesk.orders.store.Orders;
import org.ringdesk.shared.Role;

/** An order goes with the call it is taken in, from the agent who had the call to the one who has it now. */
@Stateless
@RolesAllowed(Role.TELEPHONY)
public class OrderHandover {
    @Inject
    private Orders orders;

    @Inject
    private OrderBook book;

    @Inject
    private Clock clock;

    /** Gives the order to the agent; one that is theirs already, or can no longer be changed, stays as it is. */
    public void handOver(OrderNumber number, String to) {
        SalesOrder order = orders.locked(number).orElse(null);
        if (order == null || !order.isEditable() || order.agent().equals(to)) {
            return;
        }
        boolean alone = orders.open(to, order.origin()).isEmpty();
        book.keep(order, order.handOver(new Stamp(order.agent(), clock.instant()), to, alone));
    }
}
