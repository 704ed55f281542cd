package org.ringdesk.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Before the server starts: its database. {@code -Dringdesk.it.database=postgresql} starts a real PostgreSQL for the run; the
 * server's arguments in arquillian.xml take what is set here.
 */
public class TestDatabase implements LauncherSessionListener {
    private @Nullable EmbeddedPostgres postgres;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        String database = System.getProperty("ringdesk.it.database", "none");
        String arguments = "";
        if (database.equals("postgresql")) {
            EmbeddedPostgres started = start();
            postgres = started;
            arguments = "-Denv.RINGDESK_DB_DRIVER=postgresql -Denv.RINGDESK_DB_URL="
                    + started.getJdbcUrl("postgres", "postgres").replaceAll("\\?.*", "")
                    + " -Denv.RINGDESK_DB_USER=postgres -Denv.RINGDESK_DB_PASSWORD=postgres";
        }
        System.setProperty("ringdesk.it.server.arguments", arguments);
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (postgres != null) {
            try {
                postgres.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder().start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
