package org.ringdesk.e2e.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A real PostgreSQL in a folder of its own. It can be stopped, or held still, and goes on with all it had. */
public final class Database implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(30);
    /** For an agent's page, a server and the tests beside each other. */
    private static final String CONNECTIONS = "150";

    private final Path folder;
    private final int port;
    private @Nullable EmbeddedPostgres server;

    /** Starts it; {@code folder} must not exist yet. */
    public Database(Path folder) {
        this.folder = folder;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start();
    }

    public void start() {
        try {
            server = EmbeddedPostgres.builder()
                    .setPort(port)
                    .setDataDirectory(folder)
                    .setCleanDataDirectory(false)
                    .setServerConfig("max_connections", CONNECTIONS)
                    .setPGStartupWait(START)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whatever was done to it: it runs after this. */
    public void run() {
        if (server == null) {
            start();
        }
    }

    /** Ends every connection; returns when it is gone. */
    public void stop() {
        if (server != null) {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            server = null;
        }
    }

    /** As on a machine that hangs: connections stay and nothing answers, until {@link #goOn()}. */
    public void hold() {
        signal("STOP");
    }

    public void goOn() {
        signal("CONT");
    }

    /** As the user {@code postgres}, who needs no password. */
    public String url() {
        return "jdbc:postgresql://localhost:" + port + "/postgres";
    }

    /** Serves whenever the database runs. */
    public DataSource source() {
        if (server == null) {
            throw new IllegalStateException("It is stopped");
        }
        return server.getPostgresDatabase();
    }

    @Override
    public void close() {
        stop();
    }

    private void signal(String name) {
        try {
            long postmaster = Long.parseLong(
                    Files.readAllLines(folder.resolve("postmaster.pid")).get(0).strip());
            ProcessHandle first = ProcessHandle.of(postmaster).orElseThrow();
            List<String> command = new ArrayList<>(List.of("bash", "-c", "kill -s \"$@\"", "kill", name));
            command.add(String.valueOf(postmaster));
            first.descendants().forEach(child -> command.add(String.valueOf(child.pid())));
            new ProcessBuilder(command).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
