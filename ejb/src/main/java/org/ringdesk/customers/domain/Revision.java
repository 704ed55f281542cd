package org.ringdesk.customers.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringdesk.customers.CustomerEdit;
import org.ringdesk.customers.CustomerView;
import org.ringdesk.shared.PhoneNumber;
import org.ringdesk.shared.Refusal;

/** What an agent typed of a known customer, read and found good. */
public record Revision(
        String firstName,
        String lastName,
        @Nullable String company,
        @Nullable String email,
        String language,
        @Nullable String alert,
        List<PhoneNumber> phones,
        List<Place> addresses) {
    private static final int MOST = 20;
    private static final Set<String> KINDS = Set.of("BILLING", "DELIVERY");

    /** An address with the id of the one it replaces. */
    public record Place(@Nullable Long id, CustomerView.Address address) {}

    public static Revision of(CustomerEdit typed) {
        String first = Typed.line("firstName", typed.firstName(), 60);
        String last = Typed.line("lastName", typed.lastName(), 60);
        if (first == null || last == null) {
            throw new Refusal("customer.name.missing").at(first == null ? "firstName" : "lastName");
        }
        List<Place> addresses = addresses(typed.addresses());
        return new Revision(
                first,
                last,
                Typed.line("company", typed.company(), 80),
                Typed.email("email", typed.email()),
                Typed.language(typed.language()),
                Typed.line("alert", typed.alert(), 200),
                phones(typed.phones(), addresses.get(0).address().country()),
                addresses);
    }

    private static List<PhoneNumber> phones(List<String> typed, String country) {
        mostly("phones", typed);
        List<PhoneNumber> phones = new ArrayList<>();
        for (int i = 0; i < Math.max(1, typed.size()); i++) {
            phones.add(Typed.phone("phones." + i, typed.isEmpty() ? "" : typed.get(i), country));
        }
        return phones.stream().distinct().toList();
    }

    private static List<Place> addresses(List<CustomerEdit.Address> typed) {
        mostly("addresses", typed);
        if (typed.isEmpty()) {
            throw new Refusal("customer.address.missing").at("addresses");
        }
        List<Place> addresses = new ArrayList<>();
        for (int i = 0; i < typed.size(); i++) {
            addresses.add(new Place(typed.get(i).id(), address("addresses." + i + '.', typed.get(i))));
        }
        return addresses;
    }

    private static CustomerView.Address address(String at, CustomerEdit.Address typed) {
        if (!KINDS.contains(typed.kind())) {
            throw new IllegalArgumentException("Not a kind of address");
        }
        String street = Typed.line(at + "street", typed.street(), 100);
        String postalCode = Typed.line(at + "postalCode", typed.postalCode(), 12);
        String city = Typed.line(at + "city", typed.city(), 60);
        if (street == null || postalCode == null || city == null) {
            throw new Refusal("customer.address.missing")
                    .at(at + (street == null ? "street" : postalCode == null ? "postalCode" : "city"));
        }
        return new CustomerView.Address(
                typed.kind(),
                street,
                postalCode.toUpperCase(Locale.ROOT),
                city,
                Typed.country(at + "country", typed.country()));
    }

    private static void mostly(String field, List<?> typed) {
        if (typed.size() > MOST) {
            throw new Refusal("customer.list.long", MOST).at(field);
        }
    }
}
