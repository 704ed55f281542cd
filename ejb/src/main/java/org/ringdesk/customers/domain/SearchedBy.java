package org.ringdesk.customers.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ringdesk.customers.CustomerNumber;
import org.ringdesk.customers.CustomerView;
import org.ringdesk.shared.PhoneNumber;
import org.ringdesk.shared.SearchText;

/** The texts a customer is found by: the name, and everything in one, each in the form in which words are compared with it. */
@Embeddable
public class SearchedBy {
    private static final int MOST = 2000;

    @Column(name = "search_name")
    private String name;

    @Column(name = "search_text")
    private String all;

    @SuppressWarnings("NullAway.Init")
    protected SearchedBy() {}

    SearchedBy(
            CustomerNumber number,
            String name,
            @Nullable String email,
            List<PhoneNumber> phones,
            List<CustomerView.Address> addresses) {
        this.name = name;
        String text = Stream.of(
                        Stream.of(number.value().toLowerCase(Locale.ROOT), name, email == null ? "" : email),
                        phones.stream().map(PhoneNumber::e164),
                        addresses.stream()
                                .map(a -> a.postalCode().toLowerCase(Locale.ROOT))
                                .flatMap(code -> Stream.of(code, code.replace(" ", ""))))
                .flatMap(part -> part)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        this.all = text.length() > MOST ? text.substring(0, MOST) : text;
    }

    /** The form in which a name is searched. */
    public static String name(String first, String last, @Nullable String company) {
        return SearchText.of(first + ' ' + last + ' ' + (company == null ? "" : company));
    }

    String name() {
        return name;
    }
}
