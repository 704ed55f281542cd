package org.ringdesk.payments;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.ringdesk.payments.store.Payments;
import org.ringdesk.shared.Money;
import org.ringdesk.shared.Role;

/** What customers owe. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.ADMIN})
public class Accounts {
    @Inject
    private Payments payments;

    /** What is open on the customer's account, by currency; nothing where nothing is. One statement. */
    public List<Money> open(long customerId) {
        return payments.openOnAccount(customerId);
    }
}
