package org.ringdesk.customers;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.ringdesk.customers.domain.Customer;
import org.ringdesk.customers.store.Customers;
import org.ringdesk.shared.Role;

/** What is kept of customers, for the systems that bring it in. */
@Stateless
@RolesAllowed(Role.CUSTOMER_FEED)
public class CustomerReading {
    private static final int LIST = 201;

    @Inject
    private Customers customers;

    /** In the order of their ids, without those who were merged; three statements. @param after the id of the last one read, or 0 */
    public List<CustomerView> page(long after, int limit) {
        return customers.page(after, Math.min(Math.max(limit, 1), LIST)).stream()
                .map(Customer::view)
                .toList();
    }

    /** With that number, or who a merged one is now. @throws Refusal {@code customer.unknown} */
    public CustomerView get(CustomerNumber number) {
        return customers.get(number).view();
    }
}
