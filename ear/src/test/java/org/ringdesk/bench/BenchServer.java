package org.ringdesk.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The provisioned WildFly with an EAR, in a base directory of its own; started there again after a kill it has its logs and data. */
final class BenchServer implements AutoCloseable {
    private static final int OFFSET = 11_000;
    static final URI HOME = URI.create("http://127.0.0.1:" + (8080 + OFFSET) + "/");

    private final Process process;
    private final Thread hook = new Thread(this::kill);

    BenchServer(Path root, Path base, Map<String, String> environment) throws IOException {
        this(root, root.resolve("ear/target/ringdesk.ear"), base, environment);
    }

    BenchServer(Path root, Path ear, Path base, Map<String, String> environment) throws IOException {
        Path server = root.resolve("wildfly-config/target/server");
        if (!Files.exists(base.resolve("configuration"))) {
            copy(server.resolve("standalone/configuration"), base.resolve("configuration"));
            Files.createDirectories(base.resolve("deployments"));
            Files.copy(ear, base.resolve("deployments/ringdesk.ear"));
        }
        ProcessBuilder builder = new ProcessBuilder(
                "bash",
                "-c",
                "ulimit -f 400000; exec \"$0\" \"$@\"",
                server.resolve("bin/standalone.sh").toString(),
                "-Djboss.server.base.dir=" + base,
                "-Djboss.socket.binding.port-offset=" + OFFSET);
        builder.environment().putAll(environment);
        builder.environment().put("JAVA_OPTS", "-Xms1g -Xmx1g -Duser.timezone=UTC -Djava.net.preferIPv4Stack=true");
        builder.environment().put("LAUNCH_JBOSS_IN_BACKGROUND", "true");
        builder.redirectErrorStream(true)
                .redirectOutput(base.resolve("console.log").toFile());
        process = builder.start();
        Runtime.getRuntime().addShutdownHook(hook);
    }

    void awaitReady(Duration deadline) throws InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest ready = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + (9990 + OFFSET) + "/health/ready"))
                .build();
        long end = System.nanoTime() + deadline.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            try {
                if (http.send(ready, BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // not listening yet
                TimeUnit.MILLISECONDS.sleep(500);
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
        throw new IllegalStateException("The server was not ready within " + deadline.toSeconds() + " s");
    }

    long pid() {
        return java().pid();
    }

    /** Processor time so far. */
    double cpuMillis() {
        return java().info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e6;
    }

    private ProcessHandle java() {
        return process.descendants()
                .filter(p -> p.info().command().orElse("").endsWith("/java"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The server does not run"));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            files.forEach(file -> {
                try {
                    Path target = to.resolve(from.relativize(file).toString());
                    if (Files.isDirectory(file)) {
                        Files.createDirectories(target);
                    } else {
                        Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    /** As by {@code kill -9}. */
    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    @Override
    public void close() throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            kill();
        }
    }
}
