package org.ringdesk.customers;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import java.util.List;
import org.ringdesk.shared.PhoneNumber;
import org.ringdesk.shared.Role;

/** Finds and registers customers. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.ADMIN, Role.TELEPHONY})
public class CustomerDesk {

    /** Those with that number, the most recently registered last; at most 20. Two or three statements, however many match. */
    public List<CustomerView> withPhone(PhoneNumber number) {
        throw new UnsupportedOperationException();
    }

    /** @throws org.ringdesk.shared.Refusal {@code customer.unknown} */
    public CustomerView get(CustomerNumber number) {
        throw new UnsupportedOperationException();
    }

    /** By any part of name, phone, e-mail, postal code or customer number, best match first. */
    public List<CustomerView> search(String words, int limit) {
        throw new UnsupportedOperationException();
    }

    /** @throws org.ringdesk.shared.Refusal {@code customer.name.missing}, {@code customer.phone.invalid}, {@code customer.address.missing}, {@code customer.email.invalid} */
    public CustomerView register(NewCustomer typed) {
        throw new UnsupportedOperationException();
    }
}
