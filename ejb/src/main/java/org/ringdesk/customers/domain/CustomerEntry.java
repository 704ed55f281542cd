package org.ringdesk.customers.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ringdesk.customers.CustomerNumber;
import org.ringdesk.customers.CustomerView;
import org.ringdesk.shared.PhoneNumber;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.intake.IntakeRow;

/** What comes in of a customer, read and found good. Without a number it is somebody new, or somebody known by name, phone and address. */
public record CustomerEntry(
        @Nullable CustomerNumber number,
        String firstName,
        String lastName,
        @Nullable String company,
        @Nullable String email,
        @Nullable String language,
        List<PhoneNumber> phones,
        CustomerView.Address address) {
    private static final int MOST_PHONES = 20;
    private static final Set<String> LANGUAGES = Set.of("de", "en");

    /** A list of numbers as one reads it. */
    private record Phones(List<PhoneNumber> numbers) {
        @Override
        public String toString() {
            return numbers.stream().map(PhoneNumber::e164).collect(Collectors.joining(" | "));
        }
    }

    /** @return null when something is wrong, which the row knows then */
    public static @Nullable CustomerEntry of(IntakeRow row) {
        CustomerNumber number = row.read("number", CustomerEntry::number);
        String first = row.need("first_name", line("first_name", 60));
        String last = row.need("last_name", line("last_name", 60));
        String company = row.read("company", line("company", 80));
        String email = row.read("email", text -> Objects.requireNonNull(Typed.email("email", text)));
        String country = row.need("country", text -> Typed.country("country", text));
        Phones phones = country == null ? null : row.need("phone", text -> phones(text, country));
        String language = row.read("language", CustomerEntry::language);
        String street = row.need("street", line("street", 100));
        String code = row.need(
                "postal_code", text -> line("postal_code", 12).apply(text).toUpperCase(Locale.ROOT));
        String city = row.need("city", line("city", 60));
        if (!row.isGood()
                || first == null
                || last == null
                || country == null
                || phones == null
                || street == null
                || code == null
                || city == null) {
            return null;
        }
        CustomerView.Address address = new CustomerView.Address("BILLING", street, code, city, country);
        return new CustomerEntry(number, first, last, company, email, language, phones.numbers, address);
    }

    private static Function<String, String> line(String field, int most) {
        return text -> Objects.requireNonNull(Typed.line(field, text, most));
    }

    private static CustomerNumber number(String text) {
        try {
            return new CustomerNumber(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Refusal("intake.customer.number");
        }
    }

    private static Phones phones(String text, String country) {
        List<PhoneNumber> phones = Arrays.stream(text.split("\\|"))
                .filter(one -> !one.isBlank())
                .map(one -> Typed.phone("phone", one.strip(), country))
                .distinct()
                .toList();
        if (phones.isEmpty()) {
            throw new Refusal("customer.phone.invalid");
        }
        if (phones.size() > MOST_PHONES) {
            throw new Refusal("customer.list.long", MOST_PHONES);
        }
        return new Phones(phones);
    }

    private static String language(String text) {
        String language = text.toLowerCase(Locale.ROOT);
        if (!LANGUAGES.contains(language)) {
            throw new Refusal("intake.language");
        }
        return language;
    }

    /** Of somebody new. */
    public Registration registration() {
        String spoken = language == null ? "en" : language;
        return new Registration(firstName, lastName, company, email, phones.get(0), spoken, address);
    }

    /** Those beyond the first. */
    public List<PhoneNumber> more() {
        return phones.subList(1, phones.size());
    }

    /** Over what is known: what was not said stays, and so do other numbers, behind these, and other addresses. */
    public Revision over(Revision known) {
        List<Revision.Place> places = new ArrayList<>(known.addresses());
        int billing = (int) places.stream()
                .takeWhile(p -> !p.address().kind().equals(address.kind()))
                .count();
        if (billing < places.size()) {
            places.set(billing, new Revision.Place(places.get(billing).id(), address));
        } else {
            places.add(0, new Revision.Place(null, address));
        }
        return new Revision(
                firstName,
                lastName,
                company == null ? known.company() : company,
                email == null ? known.email() : email,
                language == null ? known.language() : language,
                known.alert(),
                Stream.concat(phones.stream(), known.phones().stream())
                        .distinct()
                        .toList(),
                places);
    }
}
