package org.ringdesk.orders;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.ringdesk.orders.domain.PriceRequest;
import org.ringdesk.orders.domain.SalesOrder;
import org.ringdesk.orders.store.PriceRequests;
import org.ringdesk.shared.Role;

/** What the time brings: the end of price requests that nobody answered. */
@Stateless
@RolesAllowed(Role.SYSTEM)
public class PriceRequestDeadlines {
    private static final int BATCH = 100;

    @Inject
    private PriceRequests requests;

    @Inject
    private RequestBook book;

    @Inject
    private OrderBook orders;

    @Inject
    private Clock clock;

    /** The ids of those whose time is over. */
    public List<Long> overdue() {
        return requests.due(clock.instant(), BATCH);
    }

    /** Ends a request as it stands; one that was answered meanwhile stays as it is. */
    public void timeIsUp(long id) {
        requests.orderOf(id).map(orders::openForSystem).ifPresent(open -> {
            PriceRequest request = requests.now(id);
            SalesOrder order = open.order();
            if (request.state() == PriceRequestState.ASKED
                    && request.isDue(open.by().at())) {
                request.timeOut(open.by());
                orders.keep(
                        order,
                        open.edit()
                                .noted(
                                        OrderEventKind.PRICE_REQUEST_ENDED,
                                        request.productName(),
                                        request.wanted().toString(),
                                        null));
                book.changed(request, order);
            }
        });
    }
}
