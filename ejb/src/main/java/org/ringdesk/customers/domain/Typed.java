package org.ringdesk.customers.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ringdesk.shared.CardNumbers;
import org.ringdesk.shared.PhoneNumber;
import org.ringdesk.shared.Refusal;

/** Reads what people type about a customer; what cannot be is refused at its field, and so is a card number anywhere. */
final class Typed {
    private static final Set<String> COUNTRIES =
            Arrays.stream(Locale.getISOCountries()).collect(Collectors.toUnmodifiableSet());

    private static final Set<String> LANGUAGES = Set.of("de", "en");

    /** With the plus: shorter ones are numbers of services or within one town. */
    private static final int SHORTEST_PHONE = 8;

    /** More digits than telephone numbers have in practice; then a right check digit is no coincidence. */
    private static final int CARD_DIGITS = 15;

    /** One at sign, something before it, a domain with a dot after it: the rest only the mail itself can tell. */
    private static final Pattern EMAIL =
            Pattern.compile("[^@\\s<>\"(),;:\\\\]{1,64}@[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+");

    private Typed() {}

    /** Control characters become spaces; nothing but spaces is nothing. */
    static @Nullable String line(String field, @Nullable String typed, int most) {
        return typed == null ? null : kept(field, typed.replaceAll("[\\p{Cntrl}\\s]+", " "), most);
    }

    /** The same of several lines, which stay. */
    static @Nullable String lines(String field, @Nullable String typed, int most) {
        return typed == null
                ? null
                : kept(field, typed.replaceAll("\\R", "\n").replaceAll("[\\p{Cntrl}&&[^\n]]+", " "), most);
    }

    private static @Nullable String kept(String field, String typed, int most) {
        String text = typed.strip();
        if (text.length() > most) {
            throw new Refusal("customer.text.long", most).at(field);
        }
        if (CardNumbers.isIn(text)) {
            throw new Refusal("payment.card.number").at(field);
        }
        return text.isEmpty() ? null : text;
    }

    static String country(String field, String typed) {
        String country = typed.strip().toUpperCase(Locale.ROOT);
        if (!COUNTRIES.contains(country)) {
            throw new Refusal("customer.country.unknown").at(field);
        }
        return country;
    }

    static String language(@Nullable String typed) {
        return typed != null && LANGUAGES.contains(typed) ? typed : "en";
    }

    static @Nullable String email(String field, @Nullable String typed) {
        String email = line(field, typed, 120);
        if (email != null && !EMAIL.matcher(email).matches()) {
            throw new Refusal("customer.email.invalid").at(field);
        }
        return email == null ? null : email.toLowerCase(Locale.ROOT);
    }

    /** @param country whose national form is read where there is no plus */
    static PhoneNumber phone(String field, String typed, String country) {
        boolean card = typed.codePoints().filter(Character::isDigit).count() >= CARD_DIGITS && CardNumbers.isIn(typed);
        if (card) {
            throw new Refusal("payment.card.number").at(field);
        }
        return PhoneNumber.read(typed, country.strip().toUpperCase(Locale.ROOT))
                .filter(number -> number.e164().length() >= SHORTEST_PHONE)
                .orElseThrow(() -> new Refusal("customer.phone.invalid").at(field));
    }
}
