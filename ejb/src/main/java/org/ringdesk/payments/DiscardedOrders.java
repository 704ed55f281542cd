package org.ringdesk.payments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import org.ringdesk.orders.OrderChanged;
import org.ringdesk.orders.OrderPlacing;
import org.ringdesk.orders.OrderStatus;
import org.ringdesk.payments.domain.Payment;
import org.ringdesk.payments.store.Payments;
import org.ringdesk.shared.Role;

/** Takes back what was paid for an order that is given up; authorizations are given back by the reconciler. */
@ApplicationScoped
class DiscardedOrders {
    @Inject
    private Payments payments;

    @Inject
    private OrderPlacing orders;

    @Inject
    private GiftCardLedger ledger;

    @Inject
    private Clock clock;

    void onChange(@Observes OrderChanged change) {
        if (change.status() == OrderStatus.CANCELLED) {
            for (Payment payment :
                    payments.lockedOf(orders.open(change.number()).id())) {
                ledger.book(payment, Role.SYSTEM, () -> payment.takeBack(clock.instant()));
            }
        }
    }
}
