package org.ringdesk.orders;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.Channels;
import org.ringdesk.orders.domain.SalesOrder;
import org.ringdesk.orders.store.Deliveries;
import org.ringdesk.orders.store.Orders;
import org.ringdesk.orders.store.PlacedOrders;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;

/** Placed orders of all channels, for other systems. One that was never placed does not exist for them: {@code order.unknown}. */
@Stateless
@RolesAllowed(Role.ORDER_READER)
public class OrderReading {
    private static final int LIST = 201;
    private static final int EVENTS = 500;

    @Inject
    private PlacedOrders placed;

    @Inject
    private Orders orders;

    @Inject
    private OrderBook book;

    @Inject
    private Deliveries deliveries;

    @Inject
    private Channels channels;

    /**
     * In the order of their last change: whoever reads on sees again what changes meanwhile, and misses nothing. One statement.
     *
     * @param changedAt with {@code id} of the last row read; null: from the beginning
     * @param limit 201 at most
     */
    public List<OrderRow> page(OrderFilter filter, @Nullable Instant changedAt, long id, int limit) {
        return placed.page(filter, changedAt, id, Math.min(Math.max(limit, 1), LIST));
    }

    /** Eight statements, however many lines and shipments. */
    public OrderSheet get(OrderNumber number) {
        SalesOrder order = find(number);
        return new OrderSheet(
                view(order), deliveries.shipments(order), deliveries.invoices(order), deliveries.events(order, EVENTS));
    }

    /** How far it is, for those who work on it. */
    @RolesAllowed({Role.ORDER_READER, Role.FULFILMENT})
    public OrderView progress(OrderNumber number) {
        return view(find(number));
    }

    private SalesOrder find(OrderNumber number) {
        return orders.find(number)
                .filter(o -> o.placedAt() != null)
                .orElseThrow(() -> new Refusal("order.unknown", number.value()));
    }

    private OrderView view(SalesOrder order) {
        return book.view(order, channels.byId(order.channelId()));
    }
}
