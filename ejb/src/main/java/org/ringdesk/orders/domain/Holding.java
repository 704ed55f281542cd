package org.ringdesk.orders.domain;

import org.jspecify.annotations.Nullable;
import org.ringdesk.orders.OrderEventKind;
import org.ringdesk.orders.OrderStatus;
import org.ringdesk.shared.Refusal;

/** An order in the hands of somebody who holds it or lets it go on; {@link SalesOrder#holding} gives it. */
public final class Holding {
    private final SalesOrder order;
    private final Stamp by;

    Holding(SalesOrder order, Stamp by) {
        this.order = order;
        this.by = by;
    }

    /** Whether it can still be kept from being sent. */
    public static boolean isPossible(SalesOrder order) {
        return order.status() == OrderStatus.ON_HOLD || Moves.legal(order.status(), OrderStatus.ON_HOLD);
    }

    /**
     * Until it is cleared it is neither changed nor placed nor sent.
     *
     * @throws Refusal {@code order.not-editable} while money is asked for, and once it is shipped or given up
     */
    public OrderEvent hold(String label, @Nullable String reason) {
        if (order.status() == OrderStatus.SUBMITTED && !order.isEditable()) {
            throw order.notEditable();
        }
        if (order.status() != OrderStatus.ON_HOLD) {
            order.turn(by, OrderStatus.ON_HOLD);
        }
        return order.happened(by, OrderEventKind.HELD, order.number().value(), null, label)
                .because(reason);
    }

    /** @param last whether nothing else holds it: then it is again what it was */
    public OrderEvent clear(String label, @Nullable String reason, boolean last) {
        if (last) {
            boolean unplaced = order.placedAt() == null || order.isChanging();
            order.turn(by, unplaced ? OrderStatus.DRAFT : Fulfilling.status(order.lines()));
        }
        return order.happened(by, OrderEventKind.HOLD_CLEARED, order.number().value(), label, null)
                .because(reason);
    }
}
