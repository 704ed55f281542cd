package org.ringdesk.payments;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.ringdesk.orders.OrderNumber;
import org.ringdesk.payments.store.Payments;
import org.ringdesk.shared.Role;

/** How any order is paid, for rooms that write about it by themselves. */
@Stateless
@RolesAllowed(Role.SYSTEM)
public class OrderPayments {
    @Inject
    private Payments payments;

    /** Those that count, without those declined or taken back. One statement. */
    public List<PaymentView> of(long orderId, OrderNumber number) {
        return payments.of(orderId).stream()
                .filter(p -> p.status().covers())
                .map(p -> p.view(p.amount(), number.value()))
                .toList();
    }
}
