package org.ringdesk.orders;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
     * What the customer orders again and again, what was in most orders first and of those the latest; of it what the channel sells.
     * Two statements.
     *
     * @param language {@code de} or {@code en}
     */
    public List<ProductView> usual(long customerId, ChannelView channel, String language, int limit) {
        List<Long> ids = orders.usual(customerId, Math.min(Math.max(limit, 1), LIST));
        Map<Long, ProductView> sold = products.sold(channel, ids, language);
        return ids.stream().map(sold::get).filter(Objects::nonNull).toList();
    }

    /** What the customer ordered altogether, by currency; one statement. */
    public List<OrderFigures> figures(long customerId) {
        return orders.figures(customerId);
    }
}
