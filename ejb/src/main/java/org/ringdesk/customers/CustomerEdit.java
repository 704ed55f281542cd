package org.ringdesk.customers;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an agent typed of a customer who is known, all of it: what is left out is taken away. A refusal names the field as here,
 * with the place in a list, e.g. {@code phones.1} or {@code addresses.0.city}.
 *
 * @param version as it was read
 * @param alert what everybody is told when the customer is opened, 200 characters at most; blank for nothing
 * @param phones as typed, the main one first, 20 at most; read as numbers of the first address's country unless they have a plus
 * @param addresses 20 at most; the first of a kind is the one that is taken when nothing else is said
 */
public record CustomerEdit(
        long version,
        String firstName,
        String lastName,
        @Nullable String company,
        @Nullable String email,
        String language,
        @Nullable String alert,
        List<String> phones,
        List<Address> addresses) {

    /**
     * @param id of the address that is changed, or null for a new one
     * @param kind BILLING or DELIVERY
     */
    public record Address(
            @Nullable Long id, String kind, String street, String postalCode, String city, String country) {}
}
