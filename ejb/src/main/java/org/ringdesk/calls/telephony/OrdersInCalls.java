package org.ringdesk.calls.telephony;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.ringdesk.calls.domain.CallRecord;
import org.ringdesk.calls.store.Calls;
import org.ringdesk.orders.OrderChanged;
import org.ringdesk.orders.OrderStatus;

/** Ties an order to the call it is taken in, and refreshes the pop when one begins or moves on. */
@ApplicationScoped
public class OrdersInCalls {
    @Inject
    private Calls calls;

    @Inject
    private Pops pops;

    void onOrder(@Observes OrderChanged change) {
        if (change.call() != null) {
            calls.find(change.call()).ifPresent(call -> tie(call, change));
        }
    }

    private void tie(CallRecord call, OrderChanged change) {
        boolean begun = !change.number().equals(call.order());
        if (begun || change.status() != OrderStatus.DRAFT) {
            call.order(change.number());
            calls.flush();
            call.audience().forEach(login -> pops.tell(call, login));
        }
    }
}
