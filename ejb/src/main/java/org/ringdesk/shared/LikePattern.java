package org.ringdesk.shared;

/**
 * Patterns for {@code like} in which what people type has no special meaning. The backslash is the escape sign of H2 and
 * PostgreSQL unless a query names another; one that does is not bound but printed by EclipseLink on H2.
 */
public final class LikePattern {
    private LikePattern() {}

    public static String contains(String text) {
        return '%' + escaped(text) + '%';
    }

    public static String startsWith(String text) {
        return escaped(text) + '%';
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
