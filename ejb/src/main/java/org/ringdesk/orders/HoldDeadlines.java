package org.ringdesk.orders;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.ringdesk.orders.domain.OrderHold;
import org.ringdesk.orders.domain.SalesOrder;
import org.ringdesk.orders.store.Holds;
import org.ringdesk.shared.Role;

/** What the time brings: the end of holds that are over by themselves. */
@Stateless
@RolesAllowed(Role.SYSTEM)
public class HoldDeadlines {
    private static final int BATCH = 100;

    @Inject
    private Holds holds;

    @Inject
    private OrderBook book;

    @Inject
    private Clock clock;

    /** The ids of those that are over. */
    public List<Long> overdue() {
        return holds.lapsed(clock.instant(), BATCH);
    }

    /** Ends one, with its order locked; what was cleared meanwhile stays as it is. */
    public void timeIsUp(long id) {
        holds.orderOf(id).map(book::openForSystem).ifPresent(open -> {
            SalesOrder order = open.order();
            List<OrderHold> standing =
                    holds.of(order).stream().filter(OrderHold::isOpen).toList();
            standing.stream()
                    .filter(h -> h.id() == id && h.hasLapsed(open.by().at()))
                    .findFirst()
                    .ifPresent(hold -> {
                        hold.clear(open.by(), null);
                        book.keep(order, order.holding(open.by()).clear(hold.label(), null, standing.size() == 1));
                    });
        });
    }
}
