package org.ringdesk.pricing.store;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ringdesk.pricing.domain.Scope;

/** One product or category that a discount is for, or not for. */
record ScopeRow(
        long discount,
        int group,
        int pieces,
        @Nullable Long product,
        @Nullable String category,
        boolean excluded) {

    ScopeRow(Row row) {
        this(row.id(), row.number(), row.number(), row.idOrNull(), row.textOrNull(), row.flag());
    }

    static Scope scope(List<ScopeRow> rows) {
        return new Scope(
                named(rows, false, ScopeRow::product),
                named(rows, false, ScopeRow::category),
                named(rows, true, ScopeRow::product));
    }

    private static <T> Set<T> named(List<ScopeRow> rows, boolean excluded, Function<ScopeRow, @Nullable T> what) {
        return rows.stream()
                .filter(r -> r.excluded == excluded)
                .map(what)
                .filter(Objects::nonNull)
                .collect(toSet());
    }
}
