package org.ringdesk.payments;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.ringdesk.orders.OrderNumber;
import org.ringdesk.payments.store.Payments;
import org.ringdesk.shared.Role;

/** What was paid, for other systems; of cards no more than brand and last four digits. */
@Stateless
@RolesAllowed(Role.ORDER_READER)
public class PaymentReading {
    @Inject
    private Payments payments;

    /** All of the order, those taken back included; none for an order that is not there. One statement. */
    public List<PaymentView> of(OrderNumber number) {
        return payments.of(number).stream()
                .map(p -> p.view(p.amount(), number.value()))
                .toList();
    }
}
