package org.ringdesk.customers.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ringdesk.customers.domain.Customer;
import org.ringdesk.shared.LikePattern;
import org.ringdesk.shared.SearchText;

/**
 * What somebody typed to find a customer: every word must occur in the name, e-mail, customer number, a phone or a postal
 * code. Digits with the signs people write between them are one word and are found in a phone however it was typed. The
 * customer number comes first, then those whose name begins with the words, then the rest by name.
 */
public final class CustomerSearch {
    private static final Pattern PHONE_LIKE = Pattern.compile("\\+?[\\d\\s()/.-]{5,}");
    private static final int WORDS = 6;

    private final String typed;
    private final List<String> words;

    public CustomerSearch(String typed) {
        this.typed = typed.strip().toLowerCase(Locale.ROOT);
        this.words = PHONE_LIKE.matcher(this.typed).matches()
                ? List.of(this.typed.replace("(0)", "").replaceAll("[^\\d+]", ""))
                : Arrays.stream(this.typed.split("\\s+"))
                        .filter(w -> !w.isEmpty())
                        .limit(WORDS)
                        .toList();
    }

    public boolean isEmpty() {
        return words.stream().noneMatch(w -> w.codePoints().anyMatch(Character::isLetterOrDigit));
    }

    TypedQuery<Customer> query(EntityManager em) {
        Map<String, String> parameters = new LinkedHashMap<>();
        String conditions = words.stream()
                .map(word -> condition(word, parameters.size(), parameters))
                .collect(Collectors.joining(" and "));
        parameters.put("number", typed);
        parameters.put("start", LikePattern.startsWith(SearchText.of(typed)));
        TypedQuery<Customer> query = em.createQuery(
                "select c from Customer c where " + conditions
                        + " order by case when lower(c.number) = :number then 0"
                        + " when c.searchName like :start escape '!' or lower(c.lastName) like :start escape '!' then 1"
                        + " else 2 end, c.searchName, c.id",
                Customer.class);
        parameters.forEach(query::setParameter);
        return query;
    }

    private static String condition(String word, int n, Map<String, String> parameters) {
        StringBuilder any = new StringBuilder("(lower(c.number) like :w" + n + " escape '!'")
                .append(" or lower(c.email) like :w" + n + " escape '!'")
                .append(" or c.id in (select a.customer.id from CustomerAddress a where lower(a.postalCode) like :w" + n
                        + " escape '!')");
        parameters.put("w" + n, LikePattern.contains(word));
        String name = SearchText.of(word);
        if (!name.isEmpty()) {
            any.append(" or c.searchName like :n" + n + " escape '!'");
            parameters.put("n" + n, LikePattern.contains(name));
        }
        String digits =
                word.matches("[+\\d()/.-]+") ? word.replaceAll("\\D", "").replaceFirst("^0+", "") : "";
        if (!digits.isEmpty()) {
            any.append(
                    " or c.id in (select p.customer.id from CustomerPhone p where p.e164 like :p" + n + " escape '!')");
            parameters.put("p" + n, LikePattern.contains(digits));
        }
        return any.append(')').toString();
    }
}
