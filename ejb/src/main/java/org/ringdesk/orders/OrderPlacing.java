package org.ringdesk.orders;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ringdesk.catalog.Products;
import org.ringdesk.orders.domain.Holding;
import org.ringdesk.orders.domain.OrderEvent;
import org.ringdesk.orders.domain.OrderHold;
import org.ringdesk.orders.domain.SalesOrder;
import org.ringdesk.orders.domain.Terms;
import org.ringdesk.orders.store.Holds;
import org.ringdesk.orders.store.Orders;
import org.ringdesk.pricing.Coupons;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;

/**
 * The way of an order from the last line to placed, for the room that takes the money. Every method locks the order until the
 * caller's transaction ends, and works for agents and supervisors on orders of their channels, and on all for the system and for
 * systems that report.
 */
@Stateless
@RolesAllowed({Role.AGENT, Role.FULFILMENT, Role.SYSTEM})
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class OrderPlacing {
    @Inject
    private OrderBook book;

    @Inject
    private Orders orders;

    @Inject
    private Settlement settlement;

    @Inject
    private Coupons coupons;

    @Inject
    private StockClaims claims;

    @Inject
    private Products products;

    @Inject
    private Holds holds;

    @Resource
    private SessionContext context;

    /** Without a lock. @throws Refusal {@code order.unknown} */
    @RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.FULFILMENT, Role.SYSTEM})
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public OrderInHand look(OrderNumber number) {
        return inHand(book.find(number));
    }

    @RolesAllowed(Role.SYSTEM)
    public OrderNumber numberOf(long id) {
        return orders.get(id).number();
    }

    /** @throws Refusal {@code order.unknown} */
    @RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.FULFILMENT, Role.SYSTEM})
    public OrderInHand open(OrderNumber number) {
        return inHand(find(number));
    }

    /** As the caller has seen it. @throws Refusal {@code order.unknown}, {@code order.changed} */
    @RolesAllowed(Role.AGENT)
    public OrderInHand open(OrderNumber number, long version) {
        return inHand(book.open(number, version));
    }

    /** @throws Refusal {@code order.unknown}, {@code order.not-editable} */
    public OrderInHand openToEdit(OrderNumber number) {
        OrderBook.Open open = find(number);
        open.order().mustBeEditable();
        return inHand(open);
    }

    /**
     * One to be paid for: it can be edited, or it was placed and is held.
     *
     * @throws Refusal {@code order.unknown}, {@code order.not-editable}
     */
    public OrderInHand openToPay(OrderNumber number) {
        OrderBook.Open open = find(number);
        if (!open.order().isHeldAfterPlacing()) {
            open.order().mustBeEditable();
        }
        return inHand(open);
    }

    /**
     * Writes down what was added to the order or taken from it elsewhere, so that its version rises and others are told.
     *
     * @throws Refusal {@code order.unknown}, {@code order.not-editable}
     */
    public OrderInHand note(
            OrderNumber number, OrderEventKind kind, String subject, @Nullable String before, @Nullable String now) {
        OrderBook.Open open = find(number);
        book.keep(open.order(), open.edit().noted(kind, subject, before, now));
        return inHand(open);
    }

    /** Writes down what became of the order's money, whatever its state. @param reason the invoice, or why */
    @RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.FULFILMENT, Role.SYSTEM})
    public void happened(
            OrderNumber number, OrderEventKind kind, String subject, String amount, @Nullable String reason) {
        OrderBook.Open open = find(number);
        book.keep(
                open.order(),
                open.order().happened(open.by(), kind, subject, null, amount).because(reason));
    }

    /**
     * @throws Refusal {@code order.unknown}, {@code order.changed}, {@code order.not-editable}, {@code order.empty}, {@code
     *     order.ship-to.missing}, {@code order.balance}, {@code stock.short}, {@code stock.gone}, {@code product.sold-from}, {@code
     *     product.sold-until}, {@code pricing.coupon.used-up}
     */
    public OrderInHand submit(OrderNumber number, long version) {
        OrderBook.Open open = book.open(number, version);
        SalesOrder order = open.order();
        Terms.mustBeKnown(order, open.channel());
        OrderEvent submitted = order.placing(open.by())
                .submit(settlement.recorded(order.id(), open.channel().code(), order.total()));
        claims.take(open, products.traits(order.products()));
        book.keep(order, submitted);
        coupons.redeem(open.channel(), order.deal().coupons(), order.id(), order.customerId());
        return inHand(open);
    }

    /** @throws Refusal {@code order.unknown}, {@code order.not-editable}, {@code order.balance} when not paid for certain */
    public OrderInHand place(OrderNumber number) {
        OrderBook.Open open = find(number);
        SalesOrder order = open.order();
        book.keep(
                order,
                order.placing(open.by())
                        .place(settlement.secured(order.id(), open.channel().code(), order.total())));
        return inHand(open);
    }

    /** @throws Refusal {@code order.unknown}, {@code order.not-editable} */
    public OrderInHand stop(OrderNumber number, OrderProblem why) {
        OrderBook.Open open = find(number);
        SalesOrder order = open.order();
        OrderEvent stopped = order.placing(open.by()).stop(why);
        if (why.isCorrectable() && !order.isChanging()) {
            claims.free(order);
        }
        book.keep(order, stopped);
        if (why.isCorrectable()) {
            coupons.giveBack(order.id());
        }
        return inHand(open);
    }

    /**
     * Holds a placed order for its money; it is held once for each code.
     *
     * @param reason or null
     * @param lapses when it goes on by itself, or null
     * @return whether it is held: it may have left already
     */
    public boolean hold(OrderNumber number, String code, @Nullable String reason, @Nullable Instant lapses) {
        OrderBook.Open open = find(number);
        SalesOrder order = open.order();
        boolean holdable = Holding.isPossible(order);
        if (holdable && standing(order, code).isEmpty()) {
            HoldCode why = holds.code(open.channel().id(), code);
            holds.add(new OrderHold(order, open.by(), why, reason, lapses));
            book.keep(order, order.holding(open.by()).hold(why.label(), reason));
        }
        return holdable;
    }

    /** What it was held for is over; nothing when it is not held so. */
    public void release(OrderNumber number, String code, @Nullable String reason) {
        OrderBook.Open open = find(number);
        SalesOrder order = open.order();
        standing(order, code).ifPresent(hold -> {
            boolean last = holds.of(order).stream().filter(OrderHold::isOpen).count() == 1;
            hold.clear(open.by(), reason);
            book.keep(order, order.holding(open.by()).clear(hold.label(), reason, last));
        });
    }

    private Optional<OrderHold> standing(SalesOrder order, String code) {
        return holds.of(order).stream()
                .filter(h -> h.isOpen() && h.code().equals(code))
                .findFirst();
    }

    private OrderBook.Open find(OrderNumber number) {
        if (context.isCallerInRole(Role.SYSTEM)) {
            return book.openForSystem(number);
        }
        return context.isCallerInRole(Role.FULFILMENT)
                ? book.openForOther(number, context.getCallerPrincipal().getName())
                : book.open(number);
    }

    private OrderInHand inHand(OrderBook.Open open) {
        SalesOrder order = open.order();
        return new OrderInHand(order.id(), order.customerId(), book.view(order, open.channel()));
    }
}
