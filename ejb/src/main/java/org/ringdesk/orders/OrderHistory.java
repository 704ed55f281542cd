package org.ringdesk.orders;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ringdesk.administration.ChannelView;
import org.ringdesk.catalog.ProductView;
import org.ringdesk.catalog.Products;
import org.ringdesk.orders.store.Orders;
import org.ringdesk.shared.Role;

/** What customers ordered before. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.ADMIN, Role.TELEPHONY, Role.SYSTEM})
public class OrderHistory {
    private static final int LIST = 200;

    @Inject
    private Orders orders;

    @Inject
    private Products products;

    /** The customer's last orders, drafts included, the latest first; one statement. */
    public List<OrderSummary> recent(long customerId, int limit) {
        return orders.recent(customerId, Math.min(Math.max(limit, 1), LIST));
    }

    /**
     * What the customer orders again and again, what was in most orders first and of those the latest; of it what the channel sells,
     * in the unit that the customer takes. Two statements, three where a product has more than one unit.
     *
     * @param language {@code de} or {@code en}
     */
    public List<ProductView> usual(long customerId, ChannelView channel, String language, int limit) {
        Map<Long, String> units = new LinkedHashMap<>();
        orders.usual(customerId, Math.min(Math.max(limit, 1), LIST))
                .forEach(bought -> units.putIfAbsent(bought.product(), bought.unit()));
        Map<Long, ProductView> sold = products.sold(channel, units.keySet(), language);
        return units.entrySet().stream()
                .flatMap(e -> Stream.ofNullable(sold.get(e.getKey())).map(p -> usually(p, e.getValue())))
                .toList();
    }

    /** In that unit, if it is still sold in it. */
    private static ProductView usually(ProductView product, String unit) {
        return product.unit(unit).isPresent() ? product.in(unit) : product;
    }

    /** What the customer ordered altogether, by currency; one statement. */
    public List<OrderFigures> figures(long customerId) {
        return orders.figures(customerId);
    }
}
