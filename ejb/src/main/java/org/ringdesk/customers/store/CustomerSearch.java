package org.ringdesk.customers.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ringdesk.shared.LikePattern;
import org.ringdesk.shared.SearchText;

/**
 * What somebody typed to find a customer: every word must occur in the name, e-mail, customer number, a phone or a postal code.
 * Digits with the signs people write between them are one word and are found in a phone however it was typed. First comes the
 * customer whose number it is, then those whose name begins with it, then those in whose name every word begins one, then the
 * rest, each by name; who was merged stands for the one that was kept. Where nobody has the words and the database compares
 * trigrams, those come whose words are spelled alike.
 *
 * <p>SQL of our own, for each statement has to be one that an index answers, whatever was typed: nothing but the ranking looks
 * at more than {@value #CANDIDATES} rows.
 */
public final class CustomerSearch {
    private static final Pattern PHONE_LIKE = Pattern.compile("\\+?[\\d\\s()/.-]{5,}");
    private static final Pattern NUMBER = Pattern.compile("C\\d{5,10}");
    private static final int WORDS = 6;
    private static final int CANDIDATES = 500;
    private static final int SHORTEST_ALIKE = 3;

    /** How much of a word's trigrams must be there: "Maier" and "Meier" are alike, "Maier" and "Mauer" are not. */
    private static final String ALIKE = "0.45";

    private final String typed;
    private final String name;
    private final List<String> words;

    public CustomerSearch(String typed) {
        this.typed = typed.strip().toLowerCase(Locale.ROOT);
        this.name = SearchText.of(this.typed);
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

    /**
     * The best first: two statements, one more for a customer number, two more where nothing is found.
     *
     * @param alike whether the database compares trigrams
     */
    public List<Long> ids(EntityManager em, int limit, boolean alike) {
        Set<Long> found = new LinkedHashSet<>();
        String number = typed.toUpperCase(Locale.ROOT);
        if (NUMBER.matcher(number).matches()) {
            found.addAll(run(em, "select coalesce(merged_into, id) from customer where number = ?1", 1, number));
        }
        if (!name.isEmpty() && found.size() < limit) {
            found.addAll(run(
                    em,
                    "select coalesce(merged_into, id) from customer where search_name >= ?1 and search_name < ?2"
                            + " order by search_name, id",
                    limit,
                    name,
                    name + Character.MAX_VALUE));
        }
        if (found.size() < limit) {
            found.addAll(containing(em, limit));
        }
        if (found.isEmpty() && alike) {
            found.addAll(alike(em, limit));
        }
        return found.stream().limit(limit).toList();
    }

    private List<Long> containing(EntityManager em, int limit) {
        List<Object> parameters = new ArrayList<>();
        String all = words.stream().map(w -> contains(w, parameters)).collect(Collectors.joining(" and "));
        String begun = words.stream()
                .map(SearchText::of)
                .map(w -> "(' ' || f.search_name) like " + bound(parameters, "% " + LikePattern.startsWith(w)))
                .collect(Collectors.joining(" and "));
        String sql =
                "select f.kept from (select coalesce(merged_into, id) as kept, search_name, id from customer where "
                        + all + " limit " + CANDIDATES + ") f order by case when " + begun
                        + " then 0 else 1 end, f.search_name, f.id";
        return run(em, sql, limit, parameters.toArray());
    }

    private static String contains(String word, List<Object> parameters) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(word);
        forms.add(SearchText.of(word));
        if (word.matches("[+\\d()/.-]+")) {
            forms.add(word.replaceAll("\\D", "").replaceFirst("^0+", ""));
        }
        return forms.stream()
                .filter(form -> !form.isEmpty())
                .map(form -> "search_text like " + bound(parameters, LikePattern.contains(form)))
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    /** Each word of three letters or more is spelled like a part of what the customer is found by. */
    private List<Long> alike(EntityManager em, int limit) {
        List<String> long3 = Arrays.stream(name.split(" "))
                .filter(w -> w.length() >= SHORTEST_ALIKE && w.codePoints().anyMatch(Character::isLetter))
                .limit(WORDS)
                .toList();
        if (long3.isEmpty()) {
            return List.of();
        }
        em.createNativeQuery("select set_config('pg_trgm.word_similarity_threshold', '" + ALIKE + "', true)")
                .getSingleResult();
        List<Object> parameters = new ArrayList<>();
        String all = long3.stream()
                .map(w -> "cast(" + bound(parameters, w) + " as text) <% search_text")
                .collect(Collectors.joining(" and "));
        String sum = long3.stream()
                .map(w -> "word_similarity(" + bound(parameters, w) + ", search_name)")
                .collect(Collectors.joining(" + "));
        return run(
                em,
                "select coalesce(merged_into, id) from customer where " + all + " order by " + sum
                        + " desc, search_name, id",
                limit,
                parameters.toArray());
    }

    private static String bound(List<Object> parameters, Object value) {
        parameters.add(value);
        return "?" + parameters.size();
    }

    private static List<Long> run(EntityManager em, String sql, int limit, Object... parameters) {
        Query query = em.createNativeQuery(sql + " limit " + limit);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        List<?> rows = query.getResultList();
        return rows.stream().map(row -> ((Number) row).longValue()).toList();
    }
}
