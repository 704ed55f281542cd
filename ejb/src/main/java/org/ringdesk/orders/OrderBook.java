package org.ringdesk.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.ringdesk.administration.ChannelView;
import org.ringdesk.administration.Channels;
import org.ringdesk.administration.UserView;
import org.ringdesk.administration.Users;
import org.ringdesk.catalog.ProductTraits;
import org.ringdesk.catalog.Products;
import org.ringdesk.customers.CustomerDesk;
import org.ringdesk.orders.domain.OrderEvent;
import org.ringdesk.orders.domain.SalesOrder;
import org.ringdesk.orders.domain.Stamp;
import org.ringdesk.orders.store.Orders;
import org.ringdesk.pricing.Pricing;
import org.ringdesk.pricing.Terms;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;

/** Opens orders for those who may and are up to date, and keeps what they did with them. */
@ApplicationScoped
class OrderBook {
    @Inject
    private Orders orders;

    @Inject
    private Users users;

    @Inject
    private Channels channels;

    @Inject
    private Products products;

    @Inject
    private CustomerDesk customers;

    @Inject
    private Clock clock;

    @Inject
    private Event<OrderChanged> changes;

    /** An order open before the caller, in its channel. */
    record Open(SalesOrder order, ChannelView channel, Stamp by) {}

    /** The caller's order to look at. @throws Refusal {@code order.unknown} */
    OrderView look(OrderNumber number) {
        Open open = find(number);
        return view(open.order, open.channel);
    }

    /** The caller's order, not locked. @throws Refusal {@code order.unknown} */
    Open find(OrderNumber number) {
        return allowed(orders.find(number).orElseThrow(() -> unknown(number)));
    }

    /** The caller's order, locked. @throws Refusal {@code order.unknown} */
    Open open(OrderNumber number) {
        return allowed(orders.locked(number).orElseThrow(() -> unknown(number)));
    }

    /** The caller's order, locked, as the caller has seen it. @throws Refusal also {@code order.changed} */
    Open open(OrderNumber number, long version) {
        Open open = open(number);
        if (open.order.version() != version) {
            throw changed(open.order, version);
        }
        return open;
    }

    /** Any order, locked, for work that nobody asked for by hand. @throws Refusal {@code order.unknown} */
    Open openForSystem(OrderNumber number) {
        SalesOrder order = orders.locked(number).orElseThrow(() -> unknown(number));
        return new Open(order, channels.byId(order.channelId()), new Stamp(Role.SYSTEM, clock.instant()));
    }

    private Open allowed(SalesOrder order) {
        UserView me = users.me();
        ChannelView channel = me.channels().stream()
                .filter(c -> c.id() == order.channelId())
                .findFirst()
                .orElseThrow(() -> unknown(order.number()));
        return new Open(order, channel, new Stamp(me.login(), clock.instant()));
    }

    private Refusal changed(SalesOrder order, long version) {
        List<OrderEvent> events = orders.since(order, version);
        if (events.isEmpty()) {
            return unknown(order.number());
        }
        OrderEvent last = events.get(0);
        String who = users.find(last.who()).map(UserView::displayName).orElse(last.who());
        return new Refusal(
                "order.changed",
                who,
                last.kind().ordinal(),
                last.subject(),
                last.oldValue(),
                last.newValue(),
                last.at(),
                events.size() - 1);
    }

    /** Prices the order anew and keeps it. */
    OrderView reprice(Open open, OrderEvent event) {
        Map<Long, ProductTraits> traits = products.traits(open.order.products());
        Terms terms = Terms.of(open.channel, products.taxPercents(open.channel.country()));
        open.order.price(Pricing.price(open.order.basket(traits), terms));
        keep(open.order, event);
        return view(open.order, open.channel, traits);
    }

    void keep(SalesOrder order, OrderEvent event) {
        orders.keep(order, event);
        changes.fire(new OrderChanged(
                order.number(), order.version(), order.customerId(), order.agent(), order.call(), order.status()));
    }

    OrderView view(SalesOrder order, ChannelView channel) {
        return view(order, channel, products.traits(order.products()));
    }

    private OrderView view(SalesOrder order, ChannelView channel, Map<Long, ProductTraits> traits) {
        return order.view(channel, customers.name(order.customerId()), traits);
    }

    private static Refusal unknown(OrderNumber number) {
        return new Refusal("order.unknown", number.value());
    }
}
