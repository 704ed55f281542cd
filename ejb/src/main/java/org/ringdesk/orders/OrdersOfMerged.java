package org.ringdesk.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.ringdesk.customers.CustomersMerged;
import org.ringdesk.orders.store.Orders;
import org.ringdesk.pricing.PricesOfCustomers;

/**
 * Orders go with a customer who is merged, drafts included, and go back when they are two again; so do the coupons used with them, and
 * the price groups.
 */
@ApplicationScoped
public class OrdersOfMerged {
    @Inject
    private Orders orders;

    @Inject
    private PricesOfCustomers prices;

    void follow(@Observes CustomersMerged merged) {
        if (merged.undone()) {
            orders.giveBack(merged.merge(), merged.keptId(), merged.mergedId());
            prices.giveBack(merged.merge(), merged.keptId(), merged.mergedId());
        } else {
            orders.give(merged.merge(), merged.mergedId(), merged.keptId());
            prices.give(merged.merge(), merged.mergedId(), merged.keptId());
        }
    }
}
