package org.ringdesk.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.ringdesk.administration.ChannelView;
import org.ringdesk.administration.Channels;
import org.ringdesk.administration.UserView;
import org.ringdesk.administration.Users;
import org.ringdesk.catalog.ProductTraits;
import org.ringdesk.catalog.Products;
import org.ringdesk.customers.CustomerDesk;
import org.ringdesk.orders.domain.Edit;
import org.ringdesk.orders.domain.OrderEvent;
import org.ringdesk.orders.domain.SalesOrder;
import org.ringdesk.orders.domain.Stamp;
import org.ringdesk.orders.store.Orders;
import org.ringdesk.pricing.Priced;
import org.ringdesk.pricing.Pricing;
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
    private Pricing pricing;

    @Inject
    private CustomerDesk customers;

    @Inject
    private Clock clock;

    @Inject
    private RequestBook requests;

    @Inject
    private StockClaims claims;

    @Inject
    private Event<OrderChanged> changes;

    @Inject
    private Event<OrderHappened> happenings;

    /** An order open before the caller, in its channel. */
    record Open(SalesOrder order, ChannelView channel, Stamp by) {
        LocalDate today() {
            return LocalDate.ofInstant(by.at(), channel.zone());
        }

        /** The day whose rules count: of one that is changed the day on which it was placed. */
        LocalDate pricedOn() {
            Instant placed = order.placedAt();
            return placed == null ? today() : LocalDate.ofInstant(placed, channel.zone());
        }

        /** @throws Refusal {@code order.not-editable} */
        Edit edit() {
            return order.edit(by);
        }
    }

    /** The caller's order to look at. @throws Refusal {@code order.unknown} */
    OrderView look(OrderNumber number) {
        Open open = find(number);
        return view(open.order, open.channel);
    }

    /** The caller's order, not locked. @throws Refusal {@code order.unknown} */
    Open find(OrderNumber number) {
        return allowed(orders.find(number).orElseThrow(() -> unknown(number)));
    }

    /** The caller's order, locked, to be changed. @throws Refusal {@code order.unknown}, {@code order.handed-over} */
    Open open(OrderNumber number) {
        Open open = allowed(orders.locked(number).orElseThrow(() -> unknown(number)));
        if (open.order.isHandedOnBy(open.by.who())) {
            String to = open.order.agent();
            throw new Refusal(
                    "order.handed-over",
                    number.value(),
                    users.find(to).map(UserView::displayName).orElse(to));
        }
        return open;
    }

    /** The caller's order, locked, as the caller has seen it. @throws Refusal also {@code order.changed} */
    Open open(OrderNumber number, long version) {
        Open open = open(number);
        if (open.order.version() != version) {
            throw changed(open.order, version);
        }
        return open;
    }

    /** Any order to look at, for work that nobody asked for by hand. @throws Refusal {@code order.unknown} */
    OrderView lookForSystem(OrderNumber number) {
        SalesOrder order = orders.find(number).orElseThrow(() -> unknown(number));
        return view(order, channels.byId(order.channelId()));
    }

    /** Any order, locked, for work that nobody asked for by hand. @throws Refusal {@code order.unknown} */
    Open openForSystem(OrderNumber number) {
        return openForOther(number, Role.SYSTEM);
    }

    /** The same for a system that reports. @param who by log-in */
    Open openForOther(OrderNumber number, String who) {
        SalesOrder order = orders.locked(number).orElseThrow(() -> unknown(number));
        return new Open(order, channels.byId(order.channelId()), new Stamp(who, clock.instant()));
    }

    /** Any order, locked, for a caller who does not take orders. @throws Refusal {@code order.unknown} */
    Open openForSupervisor(OrderNumber number) {
        SalesOrder order = orders.locked(number).orElseThrow(() -> unknown(number));
        return new Open(
                order, channels.byId(order.channelId()), new Stamp(users.me().login(), clock.instant()));
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
        return reprice(open, event, priced -> {});
    }

    /** @param check refuses what it must not cost */
    OrderView reprice(Open open, OrderEvent event, Consumer<Priced> check) {
        return reprice(open, List.of(event), check);
    }

    /** The same for several things that happened at once; without any nothing is kept. */
    OrderView reprice(Open open, List<OrderEvent> events) {
        return events.isEmpty() ? view(open.order, open.channel) : reprice(open, events, priced -> {});
    }

    private OrderView reprice(Open open, List<OrderEvent> events, Consumer<Priced> check) {
        Map<Long, ProductTraits> traits = products.traits(open.order.products());
        Priced priced =
                pricing.price(open.order.basket(open.pricedOn(), traits), open.channel, open.order.customerId());
        check.accept(priced);
        open.order.price(priced);
        keep(open.order, events);
        return view(open.order, open.channel, traits);
    }

    void keep(SalesOrder order, OrderEvent event) {
        keep(order, List.of(event));
    }

    void keep(SalesOrder order, List<OrderEvent> events) {
        orders.keep(order, events);
        events.forEach(event -> requests.follow(order, event));
        Set<OrderEventKind> kinds = EnumSet.noneOf(OrderEventKind.class);
        events.forEach(event -> kinds.add(event.kind()));
        changes.fire(new OrderChanged(
                order.number(),
                order.version(),
                order.customerId(),
                order.agent(),
                order.call(),
                order.status(),
                events.get(0).who(),
                kinds));
        happenings.fire(new OrderHappened(
                order.id(),
                order.number(),
                order.version(),
                order.channelId(),
                order.status(),
                order.placedAt(),
                events.stream()
                        .map(e -> new OrderHappened.Happening(e.at(), e.kind(), e.subject(), e.newValue()))
                        .toList()));
    }

    OrderView view(SalesOrder order, ChannelView channel) {
        return view(order, channel, products.traits(order.products()));
    }

    OrderView view(SalesOrder order, ChannelView channel, Map<Long, ProductTraits> traits) {
        return order.view(
                channel,
                customers.name(order.customerId()),
                traits,
                claims.of(order),
                LocalDate.ofInstant(clock.instant(), channel.zone()));
    }

    private static Refusal unknown(OrderNumber number) {
        return new Refusal("order.unknown", number.value());
    }
}
