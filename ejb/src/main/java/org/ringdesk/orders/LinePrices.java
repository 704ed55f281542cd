package org.ringdesk.orders;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringdesk.catalog.ProductView;
import org.ringdesk.catalog.Products;
import org.ringdesk.orders.domain.Edit;
import org.ringdesk.orders.domain.SalesOrder;
import org.ringdesk.pricing.Basket;
import org.ringdesk.pricing.MarginLevel;
import org.ringdesk.pricing.Overrides;
import org.ringdesk.pricing.Priced;
import org.ringdesk.shared.Money;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;

/**
 * Where an order's prices come from, and prices given by hand. Refuses as {@link OrderEntry} does. A price given by hand takes the
 * place of one that a supervisor was asked for.
 */
@Stateless
@RolesAllowed(Role.AGENT)
public class LinePrices {
    @Inject
    private OrderBook book;

    @Inject
    private Products products;

    @Inject
    private Overrides overrides;

    @Inject
    private RequestBook requests;

    /** The order with the new price, and how the margin of the line is at it. */
    public record Changed(OrderView order, MarginLevel margin) {}

    /** Every amount with the rule that gave it when the order was last priced, in the order of the calculation. */
    public List<Priced.Detail> details(OrderNumber number) {
        SalesOrder order = book.find(number).order();
        return order.deal().details(order.currency());
    }

    /**
     * Sells a line at another price than the rules say. Discounts no longer come off it.
     *
     * @param price of one unit, in the order's currency; from 0, with at most four decimal places
     * @param reason one of the channel's override reasons
     * @throws Refusal {@code order.line.unknown}, {@code order.price.range}, and what {@link Overrides#check} says
     */
    public Changed change(OrderNumber number, long version, int position, @Nullable BigDecimal price, String reason) {
        OrderBook.Open open = book.open(number, version);
        SalesOrder order = open.order();
        Edit edit = open.edit();
        Edit.Found found = edit.found(position);
        Money wanted = TypedPrice.read(price, order.currency());
        MarginLevel margin = overrides.check(open.channel(), found.sold(), found.price(), wanted, reason);
        Basket.AgreedPrice agreed = new Basket.AgreedPrice(wanted, reason);
        requests.withdraw(open, position);
        return new Changed(book.reprice(open, edit.agreePrice(position, agreed)), margin);
    }

    /** Prices the order as if every line were added today. Until somebody asks for it, lines keep the prices they were quoted. */
    public OrderView renew(OrderNumber number, long version) {
        OrderBook.Open open = book.open(number, version);
        Edit edit = open.edit();
        Map<Long, ProductView> today = products.sold(
                open.channel(), open.order().products(), open.channel().language());
        return book.reprice(open, edit.renewPrices(open.today(), today));
    }

    /**
     * Lets the rules say the price of a line again.
     *
     * @throws Refusal {@code order.line.unknown}
     */
    public OrderView release(OrderNumber number, long version, int position) {
        OrderBook.Open open = book.open(number, version);
        Edit edit = open.edit();
        requests.withdraw(open, position);
        return book.reprice(open, edit.releasePrice(position));
    }
}
