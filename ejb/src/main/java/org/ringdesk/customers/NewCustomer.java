package org.ringdesk.customers;

import org.jspecify.annotations.Nullable;

/**
 * What an agent types of a new customer.
 *
 * @param phone as typed; read as a number of {@code country} unless it has a plus
 */
public record NewCustomer(
        String firstName,
        String lastName,
        @Nullable String company,
        @Nullable String email,
        String phone,
        String language,
        String street,
        String postalCode,
        String city,
        String country) {}
