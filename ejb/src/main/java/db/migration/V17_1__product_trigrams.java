package db.migration;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/** Where the database has trigrams (see {@link V6_1__trigrams}) any part of what products are found by is found by an index. */
public class V17_1__product_trigrams extends BaseJavaMigration {
    @Override
    public void migrate(Context context) throws SQLException {
        Connection database = context.getConnection();
        try (Statement sql = database.createStatement()) {
            if (has(sql)) {
                sql.execute("create index product_search_text on product using gin (search_text gin_trgm_ops)");
            }
        }
    }

    private static boolean has(Statement sql) throws SQLException {
        try (ResultSet row = sql.executeQuery("select 1 from database_ability where name = 'trigrams'")) {
            return row.next();
        }
    }
}
