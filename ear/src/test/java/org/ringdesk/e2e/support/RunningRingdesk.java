package org.ringdesk.e2e.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Ringdesk as {@code bin/run} starts it, with a PBX and a database that the test owns. */
public final class RunningRingdesk implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(6);
    private static final Duration STOP = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int OFFSET = 9000;
    private static final int OWN_OFFSET = 14300;
    private static final HttpClient BROWSER = HttpClient.newHttpClient();

    private final Path data;
    private final int offset;
    private final Script script;

    /**
     * Returns when it can be used; fills the database with the demo company if it is empty.
     *
     * @param branch a second PBX, of the name {@code branch}
     */
    public RunningRingdesk(Path data, Pbx pbx, Pbx branch, String databaseUrl) {
        this.data = data;
        Map<String, String> environment = new HashMap<>();
        environment.put("RINGDESK_PBX_HOST", "127.0.0.1");
        environment.put("RINGDESK_PBX_PORT", Integer.toString(pbx.amiPort()));
        environment.put("RINGDESK_PBX_USER", pbx.user());
        environment.put("RINGDESK_PBX_PASSWORD", pbx.password());
        environment.put("RINGDESK_PBX_SYSTEM_USER", pbx.systemUser());
        environment.put("RINGDESK_PBX_SYSTEM_PASSWORD", pbx.systemPassword());
        environment.put("RINGDESK_PBX_2_NAME", "branch");
        environment.put("RINGDESK_PBX_2_HOST", "127.0.0.1");
        environment.put("RINGDESK_PBX_2_PORT", Integer.toString(branch.amiPort()));
        environment.put("RINGDESK_PBX_2_USER", branch.user());
        environment.put("RINGDESK_PBX_2_PASSWORD", branch.password());
        environment.put("RINGDESK_DB_USER", "postgres");
        environment.put("RINGDESK_DB_PASSWORD", "postgres");
        offset = OFFSET;
        script = begin(environment, "--postgres", databaseUrl);
    }

    private RunningRingdesk(Path data) {
        this.data = data;
        offset = OWN_OFFSET;
        script = begin(Map.of());
    }

    /** As a newcomer starts it: with the PBX, the phones and the embedded database that {@code bin/run} brings along. */
    public static RunningRingdesk withAllItBrings(Path data) {
        return new RunningRingdesk(data);
    }

    private Script begin(Map<String, String> environment, String... more) {
        try {
            Files.createDirectories(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> arguments = new ArrayList<>(
                List.of("--no-build", "--data", data.toString(), "--port-offset", Integer.toString(offset)));
        arguments.addAll(List.of(more));
        Script begun = Script.begin(data.resolve("run.out"), "run", arguments, environment);
        begun.awaitWords("Ringdesk is ready", START);
        return begun;
    }

    /** What it told who started it. */
    public String words() {
        return script.words();
    }

    /** A call by {@code bin/run --ring}; goes on until it is closed. */
    public CallerCall ring(String... options) {
        List<String> arguments = new ArrayList<>(List.of("--ring", "--data", data.toString()));
        arguments.addAll(List.of(options));
        return CallerCall.of(Script.begin(data.resolve("ring.out"), "run", arguments));
    }

    /** Ctrl-C; returns the exit status when it has stopped. */
    public int interrupt() {
        script.signal("INT");
        return script.awaitEnd(STOP);
    }

    /** The command lines of what still runs out of its data directory. */
    public List<String> leftRunning() {
        return ProcessHandle.allProcesses()
                .map(process -> process.info().commandLine().orElse(""))
                .filter(line -> line.contains(data.toString()))
                .toList();
    }

    public String address() {
        return "http://127.0.0.1:" + (8080 + offset);
    }

    /** Where the sandbox's card field is. */
    public String cardAddress() {
        return "http://127.0.0.1:" + (8088 + offset);
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

    /** What readiness answers: 200, 503, or 0 where nobody answers. */
    public int readiness() {
        try {
            HttpRequest question = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + (9990 + offset) + "/health/ready"))
                    .timeout(PATIENCE)
                    .build();
            return BROWSER.send(question, HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Kills the server at once, as a power cut would; returns when all that was started with it is gone. */
    public void kill() {
        try {
            String pid = Files.readString(data.resolve("run/server")).split(" ", 2)[0];
            ProcessHandle leader = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
            leader.descendants().forEach(ProcessHandle::destroyForcibly);
            leader.destroyForcibly();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        script.awaitEnd(STOP);
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
