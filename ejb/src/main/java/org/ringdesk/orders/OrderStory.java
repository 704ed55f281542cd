package org.ringdesk.orders;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.ringdesk.orders.store.Deliveries;
import org.ringdesk.shared.Role;

/** What happened to an order. Orders of other channels do not exist for the caller: {@code order.unknown}. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR})
public class OrderStory {
    private static final int LIST = 500;

    @Inject
    private OrderBook book;

    @Inject
    private Deliveries deliveries;

    /** The version that the order has now, told to those who may see it. One statement beside the caller's own. */
    public long version(OrderNumber number) {
        return book.find(number).order().version();
    }

    /** Everything that was done to it, the latest first, 500 at most; one statement beside the order's. */
    public List<EventView> events(OrderNumber number) {
        return deliveries.events(book.find(number).order(), LIST);
    }

    /** For rooms that keep something about the order by its id. */
    public long idOf(OrderNumber number) {
        return book.find(number).order().id();
    }

    /** The parcels that left, the first one first. */
    public List<ShipmentView> shipments(OrderNumber number) {
        return deliveries.shipments(book.find(number).order());
    }
}
