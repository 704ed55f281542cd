package org.ringdesk.orders.domain;

import static org.ringdesk.orders.LineStatus.BACKORDERED;
import static org.ringdesk.orders.LineStatus.CANCELLED;
import static org.ringdesk.orders.LineStatus.INVOICED;
import static org.ringdesk.orders.LineStatus.OPEN;
import static org.ringdesk.orders.LineStatus.PICKED;
import static org.ringdesk.orders.LineStatus.RELEASED;
import static org.ringdesk.orders.LineStatus.SHIPPED;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ringdesk.orders.LineStatus;
import org.ringdesk.orders.OrderEventKind;
import org.ringdesk.orders.OrderStatus;
import org.ringdesk.shared.Money;
import org.ringdesk.shared.Refusal;

/**
 * A placed order in the hands of those who pick, send and invoice it; {@link SalesOrder#fulfil} gives it. The order's status follows
 * from those of its lines.
 */
public final class Fulfilling {
    private static final Map<LineStatus, Set<LineStatus>> NEXT = Map.of(
            OPEN, Set.of(RELEASED, PICKED, BACKORDERED, CANCELLED),
            BACKORDERED, Set.of(RELEASED, PICKED, CANCELLED),
            RELEASED, Set.of(PICKED, BACKORDERED),
            PICKED, Set.of(BACKORDERED),
            SHIPPED, Set.of(),
            INVOICED, Set.of(),
            CANCELLED, Set.of());

    private static final Set<OrderStatus> IN_WORK = Set.of(
            OrderStatus.PLACED,
            OrderStatus.BACKORDERED,
            OrderStatus.RELEASED,
            OrderStatus.PICKED,
            OrderStatus.SHIPPED,
            OrderStatus.INVOICED);

    private static final Map<LineStatus, OrderEventKind> TOLD = Map.of(
            RELEASED, OrderEventKind.RELEASED,
            PICKED, OrderEventKind.PICKED,
            BACKORDERED, OrderEventKind.BACKORDERED);

    private final SalesOrder order;
    private final Stamp by;

    /** @throws Refusal {@code fulfilment.stopped} */
    static Fulfilling of(SalesOrder order, Stamp by) {
        if (!isInWork(order)) {
            throw new Refusal(
                    "fulfilment.stopped", order.number().value(), order.status().name());
        }
        return new Fulfilling(order, by);
    }

    static boolean isInWork(SalesOrder order) {
        return order.placedAt() != null && IN_WORK.contains(order.status());
    }

    private Fulfilling(SalesOrder order, Stamp by) {
        this.order = order;
        this.by = by;
    }

    /**
     * Lines move on; those that are there already stay.
     *
     * @param positions of the lines, or nothing for all that can
     * @return nothing when nothing moved
     * @throws Refusal {@code order.line.unknown}, {@code fulfilment.move} for a line named that cannot
     */
    public List<OrderEvent> move(LineStatus to, Set<Integer> positions) {
        List<OrderLine> named = positions.isEmpty()
                ? order.lines().stream().filter(l -> may(l, to)).toList()
                : positions.stream().sorted().map(order::line).toList();
        List<OrderLine> moving = named.stream().filter(l -> l.status() != to).toList();
        for (OrderLine line : moving) {
            if (!may(line, to)) {
                throw new Refusal(
                        "fulfilment.move",
                        order.number().value(),
                        line.position(),
                        line.status().name());
            }
            line.become(to);
        }
        return moving.stream()
                .map(l -> order.followed(
                        by, Objects.requireNonNull(TOLD.get(to)), l.productName(), null, l.counted(l.waiting())))
                .toList();
    }

    private static boolean may(OrderLine line, LineStatus to) {
        return NEXT.getOrDefault(line.status(), Set.of()).contains(to);
    }

    /**
     * Goods leave.
     *
     * @param pieces how many of each line by position, counted in the line's unit
     * @param parcel what is told about it: carrier and tracking
     * @throws Refusal {@code order.line.unknown}, {@code fulfilment.pieces} for more than wait, or none
     */
    public List<OrderEvent> ship(Map<Integer, Integer> pieces, String parcel) {
        if (pieces.isEmpty()) {
            throw new Refusal("fulfilment.pieces", order.number().value());
        }
        List<OrderEvent> events = new ArrayList<>();
        for (Map.Entry<Integer, Integer> each : new TreeMap<>(pieces).entrySet()) {
            OrderLine line = order.line(each.getKey());
            int leaving = each.getValue();
            if (leaving < 1 || leaving > line.waiting()) {
                throw new Refusal("fulfilment.pieces", order.number().value());
            }
            line.ship(leaving);
            events.add(order.followed(by, OrderEventKind.SHIPPED, line.productName(), null, line.counted(leaving))
                    .because(parcel.isEmpty() ? null : parcel));
        }
        return events;
    }

    /** What an invoice comes to, and what happened. */
    public record Invoiced(Money amount, OrderEvent event) {}

    /**
     * Goods that left are invoiced.
     *
     * @param pieces by position, counted in the line's unit, or nothing for all that left and are not invoiced
     * @throws Refusal {@code order.line.unknown}, {@code fulfilment.pieces} for more than left, or none
     */
    public Invoiced invoice(String invoice, Map<Integer, Integer> pieces) {
        Map<Integer, Integer> wanted = pieces.isEmpty()
                ? order.lines().stream()
                        .filter(l -> l.uninvoiced() > 0)
                        .collect(Collectors.toMap(OrderLine::position, OrderLine::uninvoiced))
                : pieces;
        if (wanted.isEmpty()) {
            throw new Refusal("fulfilment.pieces", order.number().value());
        }
        Money sum = Money.zero(order.currency());
        for (Map.Entry<Integer, Integer> each : new TreeMap<>(wanted).entrySet()) {
            OrderLine line = order.line(each.getKey());
            int billed = each.getValue();
            if (billed < 1 || billed > line.uninvoiced()) {
                throw new Refusal("fulfilment.pieces", order.number().value());
            }
            sum = sum.plus(line.invoice(billed, order.currency()));
        }
        return new Invoiced(sum, order.followed(by, OrderEventKind.INVOICED, invoice, null, sum));
    }

    /** What waits for goods comes first; else as far as the line that is least far. */
    static OrderStatus status(List<OrderLine> lines) {
        Set<LineStatus> live = lines.stream()
                .map(OrderLine::status)
                .filter(s -> s != CANCELLED)
                .collect(Collectors.toSet());
        if (live.isEmpty()) {
            return OrderStatus.CANCELLED;
        }
        if (live.contains(BACKORDERED)) {
            return OrderStatus.BACKORDERED;
        }
        if (live.contains(OPEN)) {
            return OrderStatus.PLACED;
        }
        if (live.contains(RELEASED)) {
            return OrderStatus.RELEASED;
        }
        if (live.contains(PICKED)) {
            return OrderStatus.PICKED;
        }
        return live.contains(SHIPPED) ? OrderStatus.SHIPPED : OrderStatus.INVOICED;
    }
}
