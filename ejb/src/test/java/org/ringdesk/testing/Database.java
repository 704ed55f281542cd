package org.ringdesk.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.ringdesk.demo.domain.DemoCompany;
import org.ringdesk.demo.store.CompanyWriter;
import org.ringdesk.demo.store.Logins;

/** A database with the schema and the demo company, started once. */
public enum Database {
    H2 {
        @Override
        DataSource start() {
            JdbcConnectionPool pool = JdbcConnectionPool.create(
                    "jdbc:h2:mem:rooms;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;LOCK_TIMEOUT=10000;DB_CLOSE_DELAY=-1",
                    "ringdesk",
                    "ringdesk");
            pool.setMaxConnections(30);
            return pool;
        }
    },
    POSTGRESQL {
        @Override
        DataSource start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder().start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
                return server.getPostgresDatabase();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    };

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-02T09:00:00Z"), ZoneOffset.UTC);

    private final Lazy<Rooms> rooms = new Lazy<>(() -> new Rooms(filled(start())));

    abstract DataSource start();

    /** The rooms on this database, shared by all tests of a run. */
    public Rooms rooms() {
        return rooms.get();
    }

    private static DataSource filled(DataSource database) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            new CompanyWriter(connection)
                    .write(DemoCompany.asOf(CLOCK, DemoCompany.SEED), new Logins(() -> "hash", true));
            connection.commit();
            return database;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void close(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
