package org.ringdesk.e2e;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What stands in the database, read past the application. */
final class Facts {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final DataSource database;

    Facts(DataSource database) {
        this.database = database;
    }

    /** The first row, by column names; empty when there is none. */
    Map<String, @Nullable Object> row(String sql, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? columns(rows) : Map.of();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Changes what no screen changes yet. */
    void change(String sql) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of a query that has one row and a column {@code n}. */
    long count(String sql, Object... parameters) {
        return row(sql, parameters).get("n") instanceof Number n ? n.longValue() : -1;
    }

    /** Waits until there is such a row. */
    Map<String, @Nullable Object> awaitRow(String sql, Object... parameters) {
        return awaitRow(SOON, sql, parameters);
    }

    /** Waits as long as that. */
    Map<String, @Nullable Object> awaitRow(Duration atMost, String sql, Object... parameters) {
        return await(sql).atMost(atMost).until(() -> row(sql, parameters), found -> !found.isEmpty());
    }

    private static Map<String, @Nullable Object> columns(ResultSet rows) throws SQLException {
        Map<String, @Nullable Object> found = new LinkedHashMap<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            found.put(rows.getMetaData().getColumnLabel(i), rows.getObject(i));
        }
        return found;
    }
}
