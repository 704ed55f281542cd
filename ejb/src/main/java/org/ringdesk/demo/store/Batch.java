package org.ringdesk.demo.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.ringdesk.shared.Money;

/** Rows of one table on their way into it, a few hundred at a time; the rest goes on close. */
final class Batch implements AutoCloseable {
    private static final int SIZE = 500;

    private final PreparedStatement insert;
    private int waiting;

    /** @param columns separated by commas */
    Batch(Connection database, String table, String columns) throws SQLException {
        String marks = String.join(", ", Collections.nCopies(columns.split(",").length, "?"));
        insert = database.prepareStatement("insert into " + table + " (" + columns + ") values (" + marks + ")");
    }

    void add(@Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            insert.setObject(i + 1, column(values[i]));
        }
        insert.addBatch();
        if (++waiting == SIZE) {
            flush();
        }
    }

    private static @Nullable Object column(@Nullable Object value) {
        if (value instanceof Money money) {
            return money.amount();
        }
        if (value instanceof Instant instant) {
            return instant.atOffset(ZoneOffset.UTC);
        }
        return value instanceof Enum<?> name ? name.name() : value;
    }

    void flush() throws SQLException {
        if (waiting > 0) {
            insert.executeBatch();
        }
        waiting = 0;
    }

    @Override
    public void close() throws SQLException {
        try (insert) {
            flush();
        }
    }
}
