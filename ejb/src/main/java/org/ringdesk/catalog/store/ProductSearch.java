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
 * What somebody typed to find a product: every word must occur in its number, its name or its category's in either language, its
 * barcode, or its attributes. Products whose number begins with the words come first, then those whose name does, then those that
 * have the words in number or name, then the rest, each by name. All of it is kept in one text, so that one index serves it.
 */
public final class ProductSearch {
    private static final int WORDS = 6;

    private final Map<String, String> parameters = new LinkedHashMap<>();
    private final String typed;
    private final String plain;
    private final List<String> words;
    private final String condition;

    public ProductSearch(String typed) {
        this.typed = typed.strip().toUpperCase(Locale.ROOT);
        plain = SearchText.of(typed);
        words = Arrays.stream(typed.strip().split("\\s+"))
                .map(SearchText::of)
                .filter(w -> !w.isEmpty())
                .limit(WORDS)
                .toList();
        condition = words.stream().map(this::occurs).collect(Collectors.joining(" and "));
    }

    public boolean isEmpty() {
        return condition.isEmpty();
    }

    private String occurs(String word) {
        String name = "w" + parameters.size();
        parameters.put(name, LikePattern.contains(word));
        return "p.searchText like :" + name;
    }

    String condition() {
        return condition;
    }

    /** 0 for what begins with the words by number, 1 by name, 2 for what has them there, 3 for the rest. */
    int rank(ProductRow.Named product) {
        if (product.number().value().startsWith(typed)) {
            return 0;
        }
        String name = SearchText.of(product.name());
        if (name.startsWith(plain)) {
            return 1;
        }
        String all = SearchText.of(product.number().value()) + ' ' + name;
        return words.stream().allMatch(all::contains) ? 2 : 3;
    }

    Map<String, String> parameters() {
        return parameters;
    }
}
