package org.ringdesk.orders;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.ringdesk.administration.ChannelView;
import org.ringdesk.administration.Users;
import org.ringdesk.catalog.ProductView;
import org.ringdesk.catalog.Products;
import org.ringdesk.orders.store.Orders;
import org.ringdesk.pricing.Pricing;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;

/**
 * What may go into an order: at the price that its customer has by agreements and by the catalog of its source code, and promised for
 * its mode of delivery. Refused for every method: {@code order.unknown} for one of another channel.
 */
@Stateless
@RolesAllowed(Role.AGENT)
public class OrderCatalog {
    @Inject
    private Orders orders;

    @Inject
    private OrderHistory history;

    @Inject
    private Products products;

    @Inject
    private Pricing pricing;

    @Inject
    private Users users;

    @Inject
    private Clock clock;

    /**
     * As {@link Products#search} finds it; two statements more than that, however many are found.
     *
     * @param language {@code de} or {@code en}
     */
    public List<ProductView> find(OrderNumber number, String words, String language, int limit) {
        Orders.Buyer buyer = buyer(number);
        ChannelView channel = channel(number, buyer);
        return forBuyer(products.search(channel, words, language, limit), buyer, channel);
    }

    /** What the customer orders again and again; two statements more than {@link OrderHistory#usual}. */
    public List<ProductView> usual(OrderNumber number, String language, int limit) {
        Orders.Buyer buyer = buyer(number);
        ChannelView channel = channel(number, buyer);
        return forBuyer(history.usual(buyer.customer(), channel, language, limit), buyer, channel);
    }

    private List<ProductView> forBuyer(List<ProductView> found, Orders.Buyer buyer, ChannelView channel) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), channel.zone());
        return pricing.offers(found, channel, buyer.customer(), buyer.source(), today).stream()
                .map(p -> p.promised(today, channel.deliveryDays(buyer.mode())))
                .toList();
    }

    private Orders.Buyer buyer(OrderNumber number) {
        return orders.buyer(number).orElseThrow(() -> new Refusal("order.unknown", number.value()));
    }

    private ChannelView channel(OrderNumber number, Orders.Buyer buyer) {
        return users.me().channels().stream()
                .filter(c -> c.id() == buyer.channel())
                .findFirst()
                .orElseThrow(() -> new Refusal("order.unknown", number.value()));
    }
}
