package org.ringdesk.customers;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringdesk.shared.PhoneNumber;

/**
 * A customer as the agent sees it: phones and addresses with the preferred one first.
 *
 * @param alert what everybody is told when the customer is opened or calls, or null
 */
public record CustomerView(
        long id,
        CustomerNumber number,
        String firstName,
        String lastName,
        @Nullable String company,
        @Nullable String email,
        String language,
        String country,
        boolean onAccount,
        @Nullable String alert,
        List<PhoneNumber> phones,
        List<Address> addresses)
        implements Serializable {

    public String name() {
        return firstName + ' ' + lastName;
    }

    /** @param kind BILLING or DELIVERY */
    public record Address(String kind, String street, String postalCode, String city, String country)
            implements Serializable {}
}
