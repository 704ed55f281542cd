package org.ringdesk.e2e.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Ringdesk as {@code bin/run} starts it, with a PBX and a database that the test owns. */
public final class RunningRingdesk implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(5);
    private static final int OFFSET = 9000;

    private final Path data;
    private final Script script;

    /** Returns when it can be used; fills the database with the demo company if it is empty. */
    public RunningRingdesk(Path data, Pbx pbx, String databaseUrl) {
        this.data = data;
        Map<String, String> environment = new HashMap<>();
        environment.put("RINGDESK_PBX_HOST", "127.0.0.1");
        environment.put("RINGDESK_PBX_PORT", Integer.toString(pbx.amiPort()));
        environment.put("RINGDESK_PBX_USER", pbx.user());
        environment.put("RINGDESK_PBX_PASSWORD", pbx.password());
        environment.put("RINGDESK_DB_USER", "postgres");
        environment.put("RINGDESK_DB_PASSWORD", "postgres");
        try {
            Files.createDirectories(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        script = Script.begin(
                data.resolve("run.out"),
                "run",
                List.of(
                        "--no-build",
                        "--data",
                        data.toString(),
                        "--port-offset",
                        Integer.toString(OFFSET),
                        "--postgres",
                        databaseUrl),
                environment);
        script.awaitWords("Ringdesk is ready", START);
    }

    public String address() {
        return "http://127.0.0.1:" + (8080 + OFFSET);
    }

    /** Of every demo user. */
    public String password() {
        try {
            return Files.readAllLines(data.resolve("secrets")).stream()
                    .filter(line -> line.startsWith("RINGDESK_DEMO_PASSWORD="))
                    .map(line -> line.substring(line.indexOf('=') + 1))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything it has logged. */
    public String log() {
        try {
            return Files.readString(data.resolve("log/console.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        script.close();
    }
}
