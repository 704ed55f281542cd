package db.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * PostgreSQL only: names are ordered by their code points, as H2 orders them, so that an index serves the beginning of a name;
 * and where the extension pg_trgm can be made, any part of a text is found by an index, and words that are spelled alike are.
 */
public class V6_1__trigrams extends BaseJavaMigration {
    @Override
    public void migrate(Context context) throws SQLException {
        Connection database = context.getConnection();
        if (!database.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
            return;
        }
        try (Statement sql = database.createStatement()) {
            sql.execute("alter table customer alter column search_name type varchar(220) collate \"C\"");
            if (made(database, sql)) {
                sql.execute("create index customer_search_text on customer using gin (search_text gin_trgm_ops)");
                sql.execute("create index sales_order_number_part on sales_order"
                        + " using gin ((cast(number as varchar(10))) gin_trgm_ops)");
                sql.execute("insert into database_ability (name) values ('trigrams')");
            }
        }
    }

    /** Not every server has it, and not every user may make it. */
    private static boolean made(Connection database, Statement sql) throws SQLException {
        Savepoint before = database.setSavepoint();
        try {
            sql.execute("create extension if not exists pg_trgm");
            database.releaseSavepoint(before);
            return true;
        } catch (SQLException e) {
            database.rollback(before);
            return false;
        }
    }
}
