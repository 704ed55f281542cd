package org.ringdesk.orders;

import jakarta.annotation.Resource;
import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.ChannelView;
import org.ringdesk.administration.UserView;
import org.ringdesk.administration.Users;
import org.ringdesk.catalog.Products;
import org.ringdesk.orders.domain.OrderEvent;
import org.ringdesk.orders.domain.OrderHold;
import org.ringdesk.orders.domain.Reason;
import org.ringdesk.orders.domain.SalesOrder;
import org.ringdesk.orders.store.Holds;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;

/**
 * Holds orders by hand, before they are placed and after until they are shipped, and clears them. What is held is neither placed nor
 * sent. Refuses as {@link OrderEntry} does.
 */
@Stateless
@DeclareRoles({Role.ADMIN, Role.HOLDS})
@RolesAllowed({Role.AGENT, Role.SUPERVISOR})
public class OrderHolds {
    private static final Set<String> CLEARING = Set.of(Role.SUPERVISOR, Role.HOLDS);

    @Inject
    private OrderBook book;

    @Inject
    private Holds holds;

    @Inject
    private StockClaims claims;

    @Inject
    private Products products;

    @Inject
    private Settlement settlement;

    @Inject
    private Users users;

    @Resource
    private SessionContext context;

    /** The channel's codes that the caller may use, in its order; one statement. */
    public List<HoldCode> codes(ChannelView channel) {
        return holds.rules(channel.id()).stream()
                .filter(r -> isIn(r.holding()))
                .map(Holds.Rule::code)
                .toList();
    }

    /** Of the order, the latest first, those cleared, too. */
    public List<HoldView> holds(OrderNumber number) {
        OrderBook.Open found = book.find(number);
        List<OrderHold> all = holds.of(found.order());
        List<Holds.Rule> rules =
                all.isEmpty() ? List.of() : holds.rules(found.channel().id());
        return all.stream()
                .map(h -> h.view(h.isOpen() && mayClear(rules, h), this::name))
                .toList();
    }

    /**
     * Holds the order; one that is held already is held for this, too.
     *
     * @throws Refusal {@code order.hold.unknown}, {@code order.hold.twice}, {@code order.reason.missing} where the code needs one,
     *     {@code order.reason.long}, {@code payment.card.number}, {@code order.not-editable}
     */
    public OrderView hold(OrderNumber number, long version, String code, @Nullable String typed) {
        OrderBook.Open open = book.open(number, version);
        HoldCode why = codes(open.channel()).stream()
                .filter(c -> c.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Refusal("order.hold.unknown"));
        String reason = why.reasonNeeded() ? Reason.needed(typed) : Reason.of(typed);
        SalesOrder order = open.order();
        if (holds.of(order).stream().anyMatch(h -> h.isOpen() && h.code().equals(code))) {
            throw new Refusal("order.hold.twice", why.label());
        }
        OrderEvent held = order.holding(open.by()).hold(why.label(), reason);
        if (why.releasesStock() && order.placedAt() != null) {
            claims.free(order);
        }
        holds.add(new OrderHold(order, open.by(), why, reason));
        book.keep(order, held);
        return book.view(order, open.channel());
    }

    /**
     * Clears a hold. When it was the last one the order is again what it was: a draft, or placed and on its way. Goods that others
     * could have meanwhile are claimed again.
     *
     * @throws Refusal {@code stock.short}, {@code stock.gone}; {@code order.hold.unpaid} for one that waits for money that is not
     *     there; {@code order.hold.none}, {@code order.hold.denied} with the code's label, {@code order.reason.long}, {@code
     *     payment.card.number}
     */
    public OrderView clear(OrderNumber number, long version, long hold, @Nullable String typed) {
        OrderBook.Open open = book.open(number, version);
        SalesOrder order = open.order();
        List<OrderHold> standing =
                holds.of(order).stream().filter(OrderHold::isOpen).toList();
        OrderHold cleared = standing.stream()
                .filter(h -> h.id() == hold)
                .findFirst()
                .orElseThrow(() -> new Refusal("order.hold.none"));
        if (!mayClear(holds.rules(open.channel().id()), cleared)) {
            throw new Refusal("order.hold.denied", cleared.label());
        }
        if (HoldCode.FOR_MONEY.contains(cleared.code())
                && !settlement
                        .certain(order.id(), open.channel().code(), order.due())
                        .covers(order.due())) {
            throw new Refusal("order.hold.unpaid", cleared.label());
        }
        String reason = Reason.of(typed);
        cleared.clear(open.by(), reason);
        OrderEvent event = order.holding(open.by()).clear(cleared.label(), reason, standing.size() == 1);
        if (order.placedAt() != null
                && cleared.releasesStock()
                && standing.stream().noneMatch(h -> h.isOpen() && h.releasesStock())) {
            claims.take(open, products.traits(order.products()));
        }
        book.keep(order, event);
        return book.view(order, open.channel());
    }

    /** By the roles of its code; what has no code any more, by those who may clear any. */
    private boolean mayClear(List<Holds.Rule> rules, OrderHold hold) {
        Optional<Holds.Rule> rule =
                rules.stream().filter(r -> r.code().code().equals(hold.code())).findFirst();
        return isIn(rule.map(Holds.Rule::clearing).orElse(CLEARING));
    }

    private boolean isIn(Set<String> roles) {
        return roles.stream().anyMatch(context::isCallerInRole);
    }

    private String name(String login) {
        return users.find(login).map(UserView::displayName).orElse(login);
    }
}
