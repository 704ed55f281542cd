package org.ringdesk.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import org.ringdesk.catalog.Availability;
import org.ringdesk.catalog.ProductTraits;
import org.ringdesk.catalog.Stock;
import org.ringdesk.orders.domain.SalesOrder;
import org.ringdesk.shared.Refusal;

/**
 * What orders claim of the stock: from when they are submitted until their goods leave or are given up. A draft claims nothing; one
 * that was placed and is being changed keeps what it has until it is placed again. Stock is locked after the order, and before
 * coupons and payments.
 */
@ApplicationScoped
class StockClaims {
    @Inject
    private Stock stock;

    /**
     * Claims all that is still to leave, and promises a day for each line.
     *
     * @throws Refusal {@code stock.short}, {@code stock.gone}; {@code product.sold-from}, {@code product.sold-until} for one that is
     *     placed for the first time
     */
    void take(OrderBook.Open open, Map<Long, ProductTraits> traits) {
        SalesOrder order = open.order();
        LocalDate today = open.today();
        if (order.placedAt() == null) {
            order.mustBeSoldOn(today, traits);
        }
        Map<Long, Availability> found = stock.claim(order.id(), today, order.needs(open.channel()));
        order.promise(open.channel(), today, found);
    }

    /** What a line no longer wants is free; what is left of the others stays as it was promised. */
    void lessen(SalesOrder order) {
        stock.claimAtMost(order.id(), order.waiting());
    }

    void free(SalesOrder order) {
        stock.free(order.id());
    }

    /** @param pieces by the position of the line */
    void ship(SalesOrder order, Map<Integer, Integer> pieces) {
        stock.ship(order.id(), order.byProduct(pieces));
    }

    /** What is there for the order, its own claims with it. */
    Map<Long, Integer> of(SalesOrder order) {
        return order.isChanging() ? stock.claims(order.id()) : Map.of();
    }
}
