package org.ringdesk.orders;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import org.ringdesk.orders.domain.SalesOrder;
import org.ringdesk.orders.store.Deliveries;
import org.ringdesk.orders.store.Orders;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;

/** Any order as it stands, for rooms that write about it by themselves. */
@Stateless
@RolesAllowed(Role.SYSTEM)
public class OrderPapers {
    @Inject
    private OrderBook book;

    @Inject
    private Orders orders;

    @Inject
    private Deliveries deliveries;

    /** @throws Refusal {@code order.unknown} */
    public OrderInHand of(OrderNumber number) {
        SalesOrder order = order(number);
        return new OrderInHand(order.id(), order.customerId(), book.lookForSystem(number));
    }

    /** @throws Refusal {@code order.unknown} */
    public Optional<ShipmentView> parcel(OrderNumber number, String reference) {
        return deliveries.shipments(order(number)).stream()
                .filter(s -> s.reference().equals(reference))
                .findFirst();
    }

    private SalesOrder order(OrderNumber number) {
        return orders.find(number).orElseThrow(() -> new Refusal("order.unknown", number.value()));
    }
}
