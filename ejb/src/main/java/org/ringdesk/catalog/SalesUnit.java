package org.ringdesk.catalog;

import java.io.Serializable;
import java.util.Locale;
import java.util.Set;
import org.ringdesk.shared.Money;

/**
 * A unit that a product is sold in.
 *
 * @param code of the measure, e.g. {@code BOX}
 * @param name in the language asked for
 * @param words it is known by in any language, in lower case
 * @param pieces how many base units one is; 1 for the base unit itself
 * @param listPrice of one, in the channel asked for
 * @param price of one: of the list, or the customer's own where somebody found it
 */
public record SalesUnit(String code, String name, Set<String> words, int pieces, Money listPrice, Money price)
        implements Serializable {
    /** What is counted one by one; it needs no name beside a number. */
    public static final String PIECE = "PCS";

    public SalesUnit {
        words = Set.copyOf(words);
    }

    /** At the price of the list. */
    public SalesUnit(String code, String name, Set<String> words, int pieces, Money listPrice) {
        this(code, name, words, pieces, listPrice, listPrice);
    }

    /** Counted one by one, at this price. */
    public static SalesUnit piece(Money price) {
        return new SalesUnit(PIECE, "", Set.of(), 1, price);
    }

    SalesUnit at(Money own) {
        return new SalesUnit(code, name, words, pieces, listPrice, own);
    }

    boolean isCalled(String word) {
        return code.equalsIgnoreCase(word) || words.contains(word.toLowerCase(Locale.ROOT));
    }

    boolean beginsWith(String word) {
        String start = word.toLowerCase(Locale.ROOT);
        return code.toLowerCase(Locale.ROOT).startsWith(start) || words.stream().anyMatch(w -> w.startsWith(start));
    }
}
