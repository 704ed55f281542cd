package org.ringdesk.demo.store;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ringdesk.customers.CustomerNumber;
import org.ringdesk.demo.domain.Customer;
import org.ringdesk.shared.Money;
import org.ringdesk.shared.SearchText;

/** Customers with their phones and addresses. */
final class CustomerRows {
    private final Connection database;
    private final Sequences sequences;

    CustomerRows(Connection database, Sequences sequences) {
        this.database = database;
        this.sequences = sequences;
    }

    /** @return their ids, in the order given */
    List<Long> write(List<Customer> all) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (Batch customers = new Batch(
                database,
                "customer",
                "id, number, first_name, last_name, company, email, language, country, search_name, search_text, on_account,"
                        + " credit_limit, created_at, version")) {
            for (Customer c : all) {
                long id = sequences.id();
                ids.add(id);
                Money limit = c.creditLimit();
                String number = new CustomerNumber("C" + sequences.customer()).value();
                customers.add(
                        id,
                        number,
                        c.firstName(),
                        c.lastName(),
                        c.company(),
                        c.email(),
                        c.language(),
                        c.country(),
                        searchName(c),
                        searchText(number, c),
                        limit != null,
                        limit == null ? BigDecimal.ZERO : limit,
                        c.createdAt(),
                        1L);
            }
        }
        contacts(all, ids);
        return ids;
    }

    private void contacts(List<Customer> all, List<Long> ids) throws SQLException {
        try (Batch phones = new Batch(database, "customer_phone", "id, customer_id, position, e164, kind");
                Batch addresses = new Batch(
                        database,
                        "customer_address",
                        "id, customer_id, position, kind, street, postal_code, city, country")) {
            for (int i = 0; i < all.size(); i++) {
                int position = 0;
                for (Customer.Phone p : all.get(i).phones()) {
                    phones.add(sequences.id(), ids.get(i), ++position, p.e164(), p.kind());
                }
                position = 0;
                for (Customer.Address a : all.get(i).addresses()) {
                    addresses.add(
                            sequences.id(),
                            ids.get(i),
                            ++position,
                            a.kind(),
                            a.street(),
                            a.postalCode(),
                            a.city(),
                            a.country());
                }
            }
        }
    }

    /** Number, name, e-mail, phones and postal codes, with and without their spaces. */
    private static String searchText(String number, Customer c) {
        Stream<String> postalCodes = c.addresses().stream()
                .map(a -> a.postalCode().toLowerCase(Locale.ROOT))
                .flatMap(code -> Stream.of(code, code.replace(" ", "")));
        return Stream.of(
                        Stream.of(number.toLowerCase(Locale.ROOT), searchName(c), c.email()),
                        c.phones().stream().map(Customer.Phone::e164),
                        postalCodes)
                .flatMap(part -> part)
                .collect(Collectors.joining(" "));
    }

    private static String searchName(Customer c) {
        @Nullable String company = c.company();
        return SearchText.of(c.firstName() + ' ' + c.lastName() + (company == null ? "" : ' ' + company));
    }
}
