package org.ringdesk.pricing.store;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ringdesk.pricing.domain.Period;

/** A row of a result, read column by column. */
final class Row {
    private final @Nullable Object[] columns;
    private int next;

    Row(@Nullable Object[] columns) {
        this.columns = columns;
    }

    private @Nullable Object value() {
        return columns[next++];
    }

    @Nullable
    String textOrNull() {
        Object value = value();
        return value == null ? null : value.toString().strip();
    }

    String text() {
        return Objects.requireNonNull(textOrNull());
    }

    @Nullable
    Long idOrNull() {
        return value() instanceof Number number ? number.longValue() : null;
    }

    long id() {
        return Objects.requireNonNull(idOrNull());
    }

    int number() {
        return Math.toIntExact(id());
    }

    BigDecimal decimal() {
        return Objects.requireNonNull(decimalOrNull());
    }

    @Nullable
    BigDecimal decimalOrNull() {
        Object value = value();
        return value == null ? null : new BigDecimal(value.toString());
    }

    boolean flag() {
        return Boolean.TRUE.equals(value());
    }

    Period period() {
        return new Period(day(), day());
    }

    private @Nullable LocalDate day() {
        return value() instanceof Date date ? date.toLocalDate() : null;
    }
}
