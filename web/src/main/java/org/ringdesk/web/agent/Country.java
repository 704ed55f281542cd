package org.ringdesk.web.agent;

import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** A country to choose, by its name in the reader's language. */
public record Country(String code, String name) {

    static List<Country> all(Locale reader) {
        Collator order = Collator.getInstance(reader);
        return Arrays.stream(Locale.getISOCountries())
                .map(code -> new Country(
                        code, new Locale.Builder().setRegion(code).build().getDisplayCountry(reader)))
                .sorted(Comparator.comparing(Country::name, order))
                .toList();
    }
}
