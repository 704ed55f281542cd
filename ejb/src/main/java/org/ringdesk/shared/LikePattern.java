package org.ringdesk.shared;

/** Patterns for {@code like ... escape '!'}, in which what people type has no special meaning. */
public final class LikePattern {
    private LikePattern() {}

    public static String contains(String text) {
        return '%' + escaped(text) + '%';
    }

    public static String startsWith(String text) {
        return escaped(text) + '%';
    }

    private static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
