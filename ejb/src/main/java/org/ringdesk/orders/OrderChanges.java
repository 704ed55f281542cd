package org.ringdesk.orders;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.ringdesk.orders.domain.OrderEvent;
import org.ringdesk.orders.domain.Reason;
import org.ringdesk.orders.domain.SalesOrder;
import org.ringdesk.pricing.Coupons;
import org.ringdesk.shared.Role;

/**
 * Changes and cancels orders after they are placed, as long as the warehouse does not have them. Each with a reason ({@code
 * order.reason.missing}, {@code order.reason.long}, {@code payment.card.number}); refuses as {@link OrderEntry} does, and with {@code
 * order.change.late} once it is too late.
 */
@Stateless
@RolesAllowed(Role.AGENT)
public class OrderChanges {
    @Inject
    private OrderBook book;

    @Inject
    private Coupons coupons;

    @Inject
    private StockClaims claims;

    @Inject
    private Event<OrderReduced> reduced;

    /**
     * Opens a placed order again. It is edited, paid and placed like any other; what was authorized stays, and what is then too much
     * is given back. Until it is placed again it is not worked on.
     */
    public OrderView change(OrderNumber number, long version, @Nullable String reason) {
        OrderBook.Open open = book.open(number, version);
        SalesOrder order = open.order();
        OrderEvent begun = order.change(open.by(), Reason.needed(reason)).reopen();
        coupons.giveBack(order.id());
        book.keep(order, begun);
        return book.view(order, open.channel());
    }

    /** Gives the whole order up, also one on hold or being changed; its coupons and all its money are given back. */
    public OrderView cancel(OrderNumber number, long version, @Nullable String reason) {
        OrderBook.Open open = book.open(number, version);
        SalesOrder order = open.order();
        OrderEvent cancelled = order.change(open.by(), Reason.needed(reason)).cancel();
        claims.free(order);
        coupons.giveBack(order.id());
        book.keep(order, cancelled);
        return book.view(order, open.channel());
    }

    /**
     * Cancels what of a line has not left; its share of the total is no longer due. The last line takes the order with it.
     *
     * @throws org.ringdesk.shared.Refusal also {@code order.line.unknown}
     */
    public OrderView cancelLine(OrderNumber number, long version, int position, @Nullable String reason) {
        OrderBook.Open open = book.open(number, version);
        SalesOrder order = open.order();
        OrderEvent cancelled = order.change(open.by(), Reason.needed(reason)).cancelLine(position);
        claims.lessen(order);
        if (order.status() == OrderStatus.CANCELLED) {
            coupons.giveBack(order.id());
        }
        book.keep(order, cancelled);
        if (order.status() != OrderStatus.CANCELLED) {
            reduced.fire(new OrderReduced(order.id(), order.due()));
        }
        return book.view(order, open.channel());
    }
}
