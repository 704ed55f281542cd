package org.ringdesk.orders.domain;

import static org.ringdesk.orders.OrderStatus.CANCELLED;
import static org.ringdesk.orders.OrderStatus.DRAFT;
import static org.ringdesk.orders.OrderStatus.INVOICED;
import static org.ringdesk.orders.OrderStatus.ON_HOLD;
import static org.ringdesk.orders.OrderStatus.PLACED;
import static org.ringdesk.orders.OrderStatus.SHIPPED;
import static org.ringdesk.orders.OrderStatus.SUBMITTED;

import java.util.Map;
import java.util.Set;
import org.ringdesk.orders.OrderStatus;

/** What may follow what. */
final class Moves {
    private static final Map<OrderStatus, Set<OrderStatus>> NEXT = Map.of(
            DRAFT, Set.of(SUBMITTED, CANCELLED),
            SUBMITTED, Set.of(DRAFT, PLACED),
            PLACED, Set.of(ON_HOLD, SHIPPED, CANCELLED),
            ON_HOLD, Set.of(PLACED, CANCELLED),
            SHIPPED, Set.of(INVOICED),
            INVOICED, Set.of(),
            CANCELLED, Set.of());

    private Moves() {}

    static boolean legal(OrderStatus from, OrderStatus to) {
        return NEXT.getOrDefault(from, Set.of()).contains(to);
    }
}
