package org.ringdesk.customers.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ringdesk.shared.LikePattern;
import org.ringdesk.shared.SearchText;

/**
 * What somebody typed to find a customer: every word must occur in the name, e-mail, customer number, a phone or a postal
 * code. Digits with the signs people write between them are one word and are found in a phone however it was typed. Those
 * whose number it is or whose name begins with the words come first, then the rest, each by name. No function is applied to a
 * column, so that indexes serve: e-mails are kept in lower case, postal codes and numbers in upper case.
 */
public final class CustomerSearch {
    private static final Pattern PHONE_LIKE = Pattern.compile("\\+?[\\d\\s()/.-]{5,}");
    private static final String BEGINS = "(c.numberText = :number or c.searchName like :start)";
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

    /** The best first: two statements, one when enough begin with the words. */
    List<Long> ids(EntityManager em, int limit) {
        List<Long> found = new ArrayList<>(query(em, BEGINS, limit));
        if (found.size() < limit) {
            found.addAll(query(em, "not " + BEGINS, limit - found.size()));
        }
        return found;
    }

    private List<Long> query(EntityManager em, String rank, int limit) {
        Map<String, String> parameters = new LinkedHashMap<>();
        String conditions = words.stream()
                .map(word -> condition(word, parameters.size(), parameters))
                .collect(Collectors.joining(" and "));
        parameters.put("number", typed.toUpperCase(Locale.ROOT));
        parameters.put("start", LikePattern.startsWith(SearchText.of(typed)));
        TypedQuery<Long> query = em.createQuery(
                "select c.id from Customer c where " + conditions + " and " + rank + " order by c.searchName, c.id",
                Long.class);
        parameters.forEach(query::setParameter);
        return query.setMaxResults(limit).getResultList();
    }

    private static String condition(String word, int n, Map<String, String> parameters) {
        StringBuilder any = new StringBuilder("(c.numberText like :u" + n)
                .append(" or c.email like :l" + n)
                .append(" or c.id in (select a.customerId from CustomerAddress a where a.postalCode like :u" + n + ")");
        parameters.put("u" + n, LikePattern.contains(word.toUpperCase(Locale.ROOT)));
        parameters.put("l" + n, LikePattern.contains(word));
        String name = SearchText.of(word);
        if (!name.isEmpty()) {
            any.append(" or c.searchName like :n" + n);
            parameters.put("n" + n, LikePattern.contains(name));
        }
        String digits =
                word.matches("[+\\d()/.-]+") ? word.replaceAll("\\D", "").replaceFirst("^0+", "") : "";
        if (!digits.isEmpty()) {
            any.append(" or c.id in (select p.customerId from CustomerPhone p where p.e164 like :p" + n + ")");
            parameters.put("p" + n, LikePattern.contains(digits));
        }
        return any.append(')').toString();
    }
}
