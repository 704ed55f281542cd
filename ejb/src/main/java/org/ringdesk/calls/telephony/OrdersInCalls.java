package org.ringdesk.calls.telephony;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.ringdesk.calls.domain.CallRecord;
import org.ringdesk.calls.store.Calls;
import org.ringdesk.orders.OrderChanged;
import org.ringdesk.orders.OrderHandover;
import org.ringdesk.orders.OrderStatus;

/** Ties an order to the call it is taken in, and refreshes the pop when one begins or moves on. */
@ApplicationScoped
public class OrdersInCalls {
    @Inject
    private Calls calls;

    @Inject
    private Pops pops;

    @Inject
    private OrderHandover handover;

    /** The order goes where its call goes. */
    void follow(CallRecord call, String agent) {
        if (call.order() != null) {
            handover.handOver(call.order(), agent);
        }
    }

    void onOrder(@Observes OrderChanged change) {
        if (change.call() != null) {
            calls.find(change.call())
                    .filter(call -> isNews(call, change))
                    .flatMap(call -> calls.locked(call.id()))
                    .filter(call -> isNews(call, change))
                    .ifPresent(call -> tie(call, change));
        }
    }

    private void tie(CallRecord call, OrderChanged change) {
        call.order(change.number());
        calls.flush();
        pops.tell(call, call.audience());
    }

    /** It begins in this call, or is no longer being written. */
    private static boolean isNews(CallRecord call, OrderChanged change) {
        return change.number().equals(call.order()) ? change.status() != OrderStatus.DRAFT : isTheAgents(call, change);
    }

    /** Who handed the call on may go on to sell something of their own; it is no longer what this call is about. */
    private static boolean isTheAgents(CallRecord call, OrderChanged change) {
        return call.order() == null || call.agent() == null || change.agent().equals(call.agent());
    }
}
