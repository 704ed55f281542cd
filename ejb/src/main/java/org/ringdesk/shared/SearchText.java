package org.ringdesk.shared;

import java.text.Normalizer;
import java.util.Locale;

/** The form in which names are kept for searching and in which search words are compared with them. */
public final class SearchText {
    private SearchText() {}

    /** Lower case, without accents, ß as ss, runs of other characters as one space: {@code "Müller-Groß"} to {@code "muller gross"}. */
    public static String of(String text) {
        String plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT).replace("ß", "ss"), Normalizer.Form.NFD);
        return plain.replaceAll("\\p{M}+", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
