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
 * Product numbers are kept in upper case, so no function stands between a column and its index.
 */
public final class ProductSearch {
    private static final int WORDS = 6;

    private final Map<String, String> parameters = new LinkedHashMap<>();
    private final String typed;
    private final String condition;

    public ProductSearch(String typed) {
        this.typed = typed.strip().toUpperCase(Locale.ROOT);
        List<String> words = Arrays.stream(this.typed.split("\\s+"))
                .filter(w -> w.codePoints().anyMatch(Character::isLetterOrDigit))
                .limit(WORDS)
                .toList();
        condition = words.stream().map(this::occurs).collect(Collectors.joining(" and "));
    }

    public boolean isEmpty() {
        return condition.isEmpty();
    }

    private String occurs(String word) {
        String raw = "w" + parameters.size();
        parameters.put(raw, LikePattern.contains(word));
        String plain = "w" + parameters.size();
        parameters.put(plain, LikePattern.contains(SearchText.of(word)));
        return "(p.numberText like :" + raw + " or p.barcode like :" + raw + " or p.searchName like :" + plain + ")";
    }

    String condition() {
        return condition;
    }

    /** 0 for what begins with the words by number, 1 by name, 2 for the rest. */
    int rank(ProductRow product) {
        if (product.number().value().startsWith(typed)) {
            return 0;
        }
        return SearchText.of(product.name()).startsWith(SearchText.of(typed)) ? 1 : 2;
    }

    Map<String, String> parameters() {
        return parameters;
    }
}
