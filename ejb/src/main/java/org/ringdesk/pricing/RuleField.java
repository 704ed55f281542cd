package org.ringdesk.pricing;

import java.io.Serializable;

/**
 * A field of a rule as an admin types it.
 *
 * @param name in lower-case letters; what is refused names it
 * @param fixed cannot be changed once the rule is there
 */
public record RuleField(String name, Type type, boolean fixed) implements Serializable {

    /** How it is typed. */
    public enum Type {
        TEXT,
        /** Several lines. */
        LINES,
        /** Digits, and decimals behind a point or comma; empty where the rule allows none. */
        NUMBER,
        /** ISO 8601, or empty for without end. */
        DAY,
        /** {@code true} or {@code false}. */
        FLAG,
        /** One of {@link PriceRules#choices}. */
        CHOICE,
        /** To be read only. */
        SHOWN
    }
}
