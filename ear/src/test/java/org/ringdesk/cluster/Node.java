package org.ringdesk.cluster;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One server of the cluster: the provisioned WildFly with {@code standalone-ha.xml}, a base directory and ports of its own. */
final class Node implements AutoCloseable {
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final Path ROOT =
            Path.of(System.getProperty("ringdesk.root")).toAbsolutePath().normalize();

    final String name;
    private final int offset;
    private final Path base;
    private final Process process;
    private final Thread hook = new Thread(this::kill);

    /** Begins to start it; whatever becomes of the test, its process ends with ours. */
    Node(String name, int offset, Path base, Map<String, String> environment) throws IOException {
        this.name = name;
        this.offset = offset;
        this.base = base;
        Path server = Path.of(System.getProperty("jboss.home"));
        copy(server.resolve("standalone/configuration"), base.resolve("configuration"));
        Files.createDirectories(base.resolve("deployments"));
        Files.copy(Path.of(System.getProperty("ringdesk.ear")), base.resolve("deployments/ringdesk.ear"));
        ProcessBuilder builder = new ProcessBuilder(
                "bash",
                "-c",
                "ulimit -f 100000; exec \"$0\" \"$@\"",
                server.resolve("bin/standalone.sh").toString(),
                "-c",
                "standalone-ha.xml",
                "-Djboss.server.base.dir=" + base,
                "-Djboss.node.name=" + name,
                "-Djboss.bind.address.private=127.0.0.1",
                "-Djboss.socket.binding.port-offset=" + offset);
        builder.environment().putAll(environment);
        builder.environment()
                .put(
                        "JAVA_OPTS",
                        "-Xmx512m -XX:TieredStopAtLevel=1 -Duser.timezone=UTC -Djava.net.preferIPv4Stack=true");
        builder.environment().put("LAUNCH_JBOSS_IN_BACKGROUND", "true");
        builder.directory(ROOT.toFile())
                .redirectErrorStream(true)
                .redirectOutput(base.resolve("console.log").toFile());
        process = builder.start();
        Runtime.getRuntime().addShutdownHook(hook);
    }

    URI home() {
        return URI.create("http://127.0.0.1:" + (8080 + offset) + "/");
    }

    /** What a health check says, or an empty text while nobody answers. */
    String health() {
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + (9990 + offset) + "/health/ready"))
                                    .timeout(ANSWER)
                                    .build(),
                            BodyHandlers.ofString());
            return answer.statusCode() == 200 ? answer.body() : "";
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    void awaitReady(Duration deadline) {
        await(name + " is ready")
                .atMost(deadline)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    if (!process.isAlive()) {
                        throw new IllegalStateException(name + " ended:\n" + log());
                    }
                    return deployed() && !health().isEmpty();
                });
    }

    private boolean deployed() {
        if (Files.exists(base.resolve("deployments/ringdesk.ear.failed"))) {
            throw new IllegalStateException(name + " did not deploy:\n" + log());
        }
        return Files.exists(base.resolve("deployments/ringdesk.ear.deployed"));
    }

    boolean hasLogged(String words) {
        return log().contains(words);
    }

    long timesLogged(String words) {
        return log().lines().filter(line -> line.contains(words)).count();
    }

    String log() {
        try {
            return Files.readString(base.resolve("console.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As by a power cut: nobody is told. */
    void kill() {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
        Runtime.getRuntime().removeShutdownHook(hook);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }
}
