package org.ringdesk.customers.domain;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ringdesk.customers.CustomerView;
import org.ringdesk.customers.NewCustomer;
import org.ringdesk.shared.PhoneNumber;
import org.ringdesk.shared.Refusal;

/** What an agent typed of a new customer, read and found good. */
public record Registration(
        String firstName,
        String lastName,
        @Nullable String company,
        @Nullable String email,
        PhoneNumber phone,
        String language,
        CustomerView.Address address) {

    public static Registration of(NewCustomer typed) {
        String first = Typed.line("firstName", typed.firstName(), 60);
        String last = Typed.line("lastName", typed.lastName(), 60);
        if (first == null || last == null) {
            throw new Refusal("customer.name.missing").at(first == null ? "firstName" : "lastName");
        }
        return new Registration(
                first,
                last,
                Typed.line("company", typed.company(), 80),
                Typed.email("email", typed.email()),
                Typed.phone("phone", typed.phone(), typed.country()),
                Typed.language(typed.language()),
                address(typed));
    }

    private static CustomerView.Address address(NewCustomer typed) {
        String street = Typed.line("street", typed.street(), 100);
        String postalCode = Typed.line("postalCode", typed.postalCode(), 12);
        String city = Typed.line("city", typed.city(), 60);
        if (street == null || postalCode == null || city == null) {
            throw new Refusal("customer.address.missing")
                    .at(street == null ? "street" : postalCode == null ? "postalCode" : "city");
        }
        return new CustomerView.Address(
                "BILLING",
                street,
                postalCode.toUpperCase(Locale.ROOT),
                city,
                Typed.country("country", typed.country()));
    }
}
