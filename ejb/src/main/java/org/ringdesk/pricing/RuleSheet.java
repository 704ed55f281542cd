package org.ringdesk.pricing;

import java.io.Serializable;
import java.util.Map;

/**
 * A rule as an admin reads and types it.
 *
 * @param key of the rule within its kind, empty for a new one
 * @param version as it was read; 0 for one that nobody has set yet
 * @param values by the names of {@link RuleKind#fields}, empty where there is nothing
 */
public record RuleSheet(RuleKind kind, String key, long version, Map<String, String> values) implements Serializable {
    public RuleSheet {
        values = Map.copyOf(values);
    }

    public String value(String field) {
        return values.getOrDefault(field, "");
    }
}
