package org.ringdesk.orders.domain;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.ChannelView;
import org.ringdesk.catalog.Availability;
import org.ringdesk.catalog.ProductTraits;
import org.ringdesk.customers.CustomerName;
import org.ringdesk.orders.OrderProblem;
import org.ringdesk.orders.OrderView;

/** What an order looks like to those who work with it. */
record Sight(SalesOrder order) {

    /** @param claimed what the order has of the stock, by product id */
    OrderView view(
            ChannelView channel,
            CustomerName customer,
            Map<Long, ProductTraits> traits,
            Map<Long, Integer> claimed,
            LocalDate today) {
        @Nullable Promises now = order.isEditable() ? Promises.of(order, channel, today, stock(traits, claimed)) : null;
        Currency money = order.currency();
        OrderProblem problem = order.problem();
        Totals totals = order.deal().totals();
        Codes codes = order.deal().codes();
        return new OrderView(
                order.number(),
                order.version(),
                channel,
                customer.number(),
                customer.name(),
                order.call(),
                order.agent(),
                order.handedBy(),
                order.status(),
                order.isChanging(),
                order.lines().stream()
                        .map(l -> l.view(
                                Objects.requireNonNull(traits.get(l.productId())),
                                money,
                                channel.language(),
                                now == null ? null : now.of(l),
                                today))
                        .toList(),
                codes.source(),
                codes.coupons(),
                order.deal().terms(),
                order.deal().handCharges().all(money),
                totals.goods(money),
                totals.discount(money),
                totals.charges(money),
                totals.tax(money),
                totals.total(money),
                order.total().minus(order.due()),
                order.changedAt(),
                order.placedAt(),
                problem == null ? null : problem.key());
    }

    private static Map<Long, Availability> stock(Map<Long, ProductTraits> traits, Map<Long, Integer> claimed) {
        return traits.values().stream()
                .collect(toMap(ProductTraits::id, t -> t.stock().with(claimed.getOrDefault(t.id(), 0))));
    }
}
