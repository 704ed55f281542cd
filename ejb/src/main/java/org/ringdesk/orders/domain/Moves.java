package org.ringdesk.orders.domain;

import static org.ringdesk.orders.OrderStatus.BACKORDERED;
import static org.ringdesk.orders.OrderStatus.CANCELLED;
import static org.ringdesk.orders.OrderStatus.DRAFT;
import static org.ringdesk.orders.OrderStatus.INVOICED;
import static org.ringdesk.orders.OrderStatus.ON_HOLD;
import static org.ringdesk.orders.OrderStatus.PICKED;
import static org.ringdesk.orders.OrderStatus.PLACED;
import static org.ringdesk.orders.OrderStatus.RELEASED;
import static org.ringdesk.orders.OrderStatus.SHIPPED;
import static org.ringdesk.orders.OrderStatus.SUBMITTED;

import java.util.Map;
import java.util.Set;
import org.ringdesk.orders.OrderStatus;

/** What somebody may make of an order. What becomes of it in the warehouse follows from its lines, see {@link Fulfilling}. */
final class Moves {
    private static final Map<OrderStatus, Set<OrderStatus>> NEXT = Map.of(
            DRAFT, Set.of(SUBMITTED, ON_HOLD, CANCELLED),
            SUBMITTED, Set.of(DRAFT, PLACED, ON_HOLD, CANCELLED),
            PLACED, Set.of(DRAFT, ON_HOLD, CANCELLED),
            BACKORDERED, Set.of(ON_HOLD, CANCELLED),
            RELEASED, Set.of(ON_HOLD),
            PICKED, Set.of(ON_HOLD),
            ON_HOLD, Set.of(DRAFT, PLACED, BACKORDERED, RELEASED, PICKED, CANCELLED),
            SHIPPED, Set.of(),
            INVOICED, Set.of(),
            CANCELLED, Set.of());

    private Moves() {}

    static boolean legal(OrderStatus from, OrderStatus to) {
        return NEXT.getOrDefault(from, Set.of()).contains(to);
    }
}
