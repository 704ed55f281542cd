package org.ringdesk.orders.domain;

import org.ringdesk.orders.Coverage;
import org.ringdesk.orders.OrderEventKind;
import org.ringdesk.orders.OrderProblem;
import org.ringdesk.orders.OrderStatus;
import org.ringdesk.shared.Refusal;

/** An order on its way from the last line to placed; {@link SalesOrder#placing} gives it. */
public final class Placing {
    private final SalesOrder order;
    private final Stamp by;

    Placing(SalesOrder order, Stamp by) {
        this.order = order;
        this.by = by;
    }

    /**
     * @param recorded the payments that were taken down for it; what is too much for one that was changed is given back
     * @throws Refusal {@code order.not-editable}, {@code order.empty}, {@code order.balance}
     */
    public OrderEvent submit(Coverage recorded) {
        order.mustBeEditable();
        if (order.lines().isEmpty()) {
            throw new Refusal("order.empty");
        }
        if (!order.isChanging() || recorded.paid().compareTo(order.total()) < 0) {
            covered(recorded);
        }
        if (order.status() == OrderStatus.DRAFT) {
            order.turn(by, OrderStatus.SUBMITTED);
        }
        order.problem(null);
        return told(OrderEventKind.SUBMITTED);
    }

    /** @param secured the payments with which it may be placed */
    public OrderEvent place(Coverage secured) {
        covered(secured);
        order.turn(by, OrderStatus.PLACED);
        order.placed();
        return told(OrderEventKind.PLACED);
    }

    public OrderEvent stop(OrderProblem why) {
        if (order.status() != OrderStatus.SUBMITTED) {
            throw order.notEditable();
        }
        OrderProblem before = order.problem();
        order.problem(why);
        return order.happened(
                by, OrderEventKind.STOPPED, order.number().value(), before == null ? null : before.key(), why.key());
    }

    private OrderEvent told(OrderEventKind kind) {
        return order.happened(by, kind, order.number().value(), null, order.total());
    }

    private void covered(Coverage by) {
        if (!by.covers(order.total())) {
            throw new Refusal("order.balance", order.total().minus(by.paid()).rounded());
        }
    }
}
