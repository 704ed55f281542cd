package org.ringdesk.demo.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringdesk.shared.Money;

/**
 * A customer.
 *
 * @param creditLimit null where the customer may not buy on account
 */
public record Customer(
        String firstName,
        String lastName,
        @Nullable String company,
        String email,
        String language,
        String country,
        @Nullable Money creditLimit,
        Instant createdAt,
        List<Phone> phones,
        List<Address> addresses) {

    public record Phone(String e164, String kind) {}

    public record Address(String kind, String street, String postalCode, String city, String country) {}
}
