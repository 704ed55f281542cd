package org.ringdesk.customers.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringdesk.customers.CustomerNumber;
import org.ringdesk.customers.CustomerView;
import org.ringdesk.shared.PhoneNumber;

/** A customer with one of the phones and one of the addresses, as a join gives it. */
public record CustomerRow(
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
        long phoneId,
        String phone,
        @Nullable Long addressId,
        @Nullable String kind,
        @Nullable String street,
        @Nullable String postalCode,
        @Nullable String city,
        @Nullable String addressCountry) {

    /** The customers of the rows, phones and addresses in the rows' order. */
    static List<CustomerView> views(List<CustomerRow> rows) {
        Map<Long, Pieces> customers = new LinkedHashMap<>();
        rows.forEach(
                row -> customers.computeIfAbsent(row.id, id -> new Pieces(row)).add(row));
        return customers.values().stream().map(Pieces::view).toList();
    }

    private static final class Pieces {
        private final CustomerRow first;
        private final Map<Long, PhoneNumber> phones = new LinkedHashMap<>();
        private final Map<Long, CustomerView.Address> addresses = new LinkedHashMap<>();

        Pieces(CustomerRow first) {
            this.first = first;
        }

        void add(CustomerRow row) {
            phones.computeIfAbsent(row.phoneId, id -> new PhoneNumber(row.phone));
            if (row.addressId != null
                    && row.kind != null
                    && row.street != null
                    && row.postalCode != null
                    && row.city != null
                    && row.addressCountry != null) {
                addresses.putIfAbsent(
                        row.addressId,
                        new CustomerView.Address(row.kind, row.street, row.postalCode, row.city, row.addressCountry));
            }
        }

        CustomerView view() {
            return new CustomerView(
                    first.id,
                    first.number,
                    first.firstName,
                    first.lastName,
                    first.company,
                    first.email,
                    first.language,
                    first.country,
                    first.onAccount,
                    first.alert,
                    new ArrayList<>(phones.values()),
                    new ArrayList<>(addresses.values()));
        }
    }
}
