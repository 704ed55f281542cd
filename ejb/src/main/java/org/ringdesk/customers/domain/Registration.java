package org.ringdesk.customers.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ringdesk.customers.CustomerView;
import org.ringdesk.customers.NewCustomer;
import org.ringdesk.shared.PhoneNumber;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.SearchText;

/** What an agent typed of a new customer, read and found good. */
public record Registration(
        String firstName,
        String lastName,
        @Nullable String company,
        @Nullable String email,
        PhoneNumber phone,
        String language,
        CustomerView.Address address) {
    private static final Set<String> COUNTRIES =
            Arrays.stream(Locale.getISOCountries()).collect(Collectors.toUnmodifiableSet());

    /** With the plus: shorter ones are numbers of services or within one town. */
    private static final int SHORTEST_PHONE = 8;

    private static final Set<String> LANGUAGES = Set.of("de", "en");

    /** One at sign, something before it, a domain with a dot after it: the rest only the mail itself can tell. */
    private static final Pattern EMAIL =
            Pattern.compile("[^@\\s<>\"(),;:\\\\]{1,64}@[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+");

    public static Registration of(NewCustomer typed) {
        String first = optional(typed.firstName(), 60);
        String last = optional(typed.lastName(), 60);
        if (first == null || last == null) {
            throw new Refusal("customer.name.missing");
        }
        return new Registration(
                first,
                last,
                optional(typed.company(), 80),
                email(typed.email()),
                phone(typed),
                language(typed),
                address(typed));
    }

    /** The form in which the name is searched. */
    public String searchName() {
        return SearchText.of(
                Stream.of(firstName, lastName, company == null ? "" : company).collect(Collectors.joining(" ")));
    }

    private static CustomerView.Address address(NewCustomer typed) {
        String street = optional(typed.street(), 100);
        String postalCode = optional(typed.postalCode(), 12);
        String city = optional(typed.city(), 60);
        if (street == null || postalCode == null || city == null) {
            throw new Refusal("customer.address.missing");
        }
        return new CustomerView.Address(
                "BILLING", street, postalCode.toUpperCase(Locale.ROOT), city, country(typed.country()));
    }

    /** Control characters become spaces; nothing but spaces is nothing. */
    private static @Nullable String optional(@Nullable String typed, int most) {
        if (typed == null) {
            return null;
        }
        String text = typed.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        if (text.length() > most) {
            throw new Refusal("customer.text.long", most);
        }
        return text.isEmpty() ? null : text;
    }

    private static String country(String typed) {
        String country = typed.strip().toUpperCase(Locale.ROOT);
        if (!COUNTRIES.contains(country)) {
            throw new Refusal("customer.country.unknown");
        }
        return country;
    }

    private static String language(NewCustomer typed) {
        return LANGUAGES.contains(typed.language()) ? typed.language() : "en";
    }

    private static @Nullable String email(@Nullable String typed) {
        String email = optional(typed, 120);
        if (email != null && !EMAIL.matcher(email).matches()) {
            throw new Refusal("customer.email.invalid");
        }
        return email == null ? null : email.toLowerCase(Locale.ROOT);
    }

    private static PhoneNumber phone(NewCustomer typed) {
        return PhoneNumber.read(typed.phone(), typed.country().strip().toUpperCase(Locale.ROOT))
                .filter(number -> number.e164().length() >= SHORTEST_PHONE)
                .orElseThrow(() -> new Refusal("customer.phone.invalid"));
    }
}
