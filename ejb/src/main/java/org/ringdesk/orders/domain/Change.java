package org.ringdesk.orders.domain;

import java.util.Set;
import org.ringdesk.orders.LineStatus;
import org.ringdesk.orders.OrderEventKind;
import org.ringdesk.orders.OrderStatus;
import org.ringdesk.shared.Money;
import org.ringdesk.shared.Refusal;

/** A change to an order after it was placed, with its reason; {@link SalesOrder#change} gives it. */
public final class Change {
    /** Of lines that the warehouse does not have. */
    private static final Set<LineStatus> CANCELLABLE =
            Set.of(LineStatus.OPEN, LineStatus.BACKORDERED, LineStatus.CANCELLED);

    private final SalesOrder order;
    private final Stamp by;
    private final String reason;

    Change(SalesOrder order, Stamp by, String reason) {
        this.order = order;
        this.by = by;
        this.reason = reason;
    }

    /**
     * A placed order is opened again, to be placed once more.
     *
     * @throws Refusal {@code order.change.late} once anything of it was given to the warehouse or cancelled
     */
    public OrderEvent reopen() {
        if (order.status() != OrderStatus.PLACED
                || order.lines().stream().anyMatch(l -> l.status() != LineStatus.OPEN || l.isShippedInPart())) {
            throw late();
        }
        order.changing(true);
        order.turn(by, OrderStatus.DRAFT);
        return order.happened(by, OrderEventKind.CHANGE_BEGUN, order.number().value(), null, null)
                .because(reason);
    }

    /** @throws Refusal {@code order.change.late} once the warehouse has any of it, {@code order.not-editable} while money is asked for */
    public OrderEvent cancel() {
        if (order.status() == OrderStatus.SUBMITTED && !order.isEditable()) {
            throw order.notEditable();
        }
        if (order.lines().stream().anyMatch(l -> l.isShippedInPart() || !CANCELLABLE.contains(l.status()))) {
            throw late();
        }
        order.turn(by, OrderStatus.CANCELLED);
        Money left = order.due();
        order.lines().forEach(l -> l.cancel(order.currency()));
        order.deal().cancel(left);
        return order.happened(by, OrderEventKind.CANCELLED, order.number().value(), null, null)
                .because(reason);
    }

    /** @throws Refusal {@code order.change.late} once the warehouse has the line, {@code order.line.unknown} */
    public OrderEvent cancelLine(int position) {
        OrderLine line = order.line(position);
        if (!Fulfilling.isInWork(order)
                || line.status() != LineStatus.OPEN && line.status() != LineStatus.BACKORDERED) {
            throw late();
        }
        String given = line.counted(line.waiting());
        order.deal().cancel(line.cancel(order.currency()));
        return order.followed(by, OrderEventKind.LINE_CANCELLED, line.productName(), given, null)
                .because(reason);
    }

    private Refusal late() {
        return new Refusal("order.change.late", order.number().value());
    }
}
