package org.ringdesk.catalog.store;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.ringdesk.shared.LikePattern;
import org.ringdesk.shared.SearchText;

/**
 * What somebody typed to find a product: every word must occur in its number, its name in either language, or its barcode.
 * Products whose number begins with the words come first, then those whose name does, then the rest by name.
 */
public final class ProductSearch {
    private static final int WORDS = 6;

    private final Map<String, String> parameters = new LinkedHashMap<>();
    private final String condition;

    public ProductSearch(String typed) {
        String text = typed.strip().toLowerCase(Locale.ROOT);
        List<String> words = Arrays.stream(text.split("\\s+"))
                .filter(w -> w.codePoints().anyMatch(Character::isLetterOrDigit))
                .limit(WORDS)
                .toList();
        condition = words.stream().map(this::occurs).collect(Collectors.joining(" and "));
        parameters.put("begins", LikePattern.startsWith(text));
        parameters.put("named", LikePattern.startsWith(SearchText.of(text)));
    }

    public boolean isEmpty() {
        return condition.isEmpty();
    }

    private String occurs(String word) {
        String raw = "w" + parameters.size();
        parameters.put(raw, LikePattern.contains(word));
        String plain = "w" + parameters.size();
        parameters.put(plain, LikePattern.contains(SearchText.of(word)));
        return "(lower(p.number) like :" + raw + " escape '!' or p.barcode like :" + raw + " escape '!'"
                + " or p.searchName like :" + plain + " escape '!')";
    }

    String condition() {
        return condition;
    }

    String order() {
        return " order by case when lower(p.number) like :begins escape '!' then 0"
                + " when p.searchName like :named escape '!' then 1 else 2 end, p.searchName, p.id";
    }

    Map<String, String> parameters() {
        return parameters;
    }
}
