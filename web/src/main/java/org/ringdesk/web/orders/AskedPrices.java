package org.ringdesk.web.orders;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringdesk.orders.OrderView;
import org.ringdesk.orders.PriceAsking;
import org.ringdesk.orders.PriceRequestState;
import org.ringdesk.orders.PriceRequestView;

/** The prices that supervisors were asked for, of the order on the screen. */
@Named
@RequestScoped
public class AskedPrices {
    @Inject
    private PriceAsking asking;

    @Inject
    private OrderPanel panel;

    private List<PriceRequestView> all = List.of();
    private @Nullable OrderView read;

    /** What became of the last one for a line; null when there is none, or it was withdrawn. */
    public @Nullable PriceRequestView of(int position) {
        return getAll().stream()
                .filter(r -> r.position() == position)
                .reduce((earlier, later) -> later)
                .filter(r -> r.state() != PriceRequestState.WITHDRAWN)
                .orElse(null);
    }

    /** The first one first; read again when a command has changed the order. */
    public List<PriceRequestView> getAll() {
        OrderView order = panel.getOrder();
        if (!order.equals(read)) {
            all = asking.of(order.number());
            read = order;
        }
        return all;
    }
}
