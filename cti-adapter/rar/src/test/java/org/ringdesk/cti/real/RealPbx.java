package org.ringdesk.cti.real;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An Asterisk of {@code bin/pbx} with ports and a run directory of its own. */
final class RealPbx implements AutoCloseable {
    private static final Path BIN = Path.of("../../bin").toAbsolutePath().normalize();
    private static final Pattern PASSWORD = Pattern.compile("password=(\\w+)");
    private static final long DEADLINE_SECONDS = 60;

    private final int version;
    private final int amiPort;
    private final int sipPort;
    private final Path run;

    RealPbx(int version, int amiPort, int sipPort) {
        this.version = version;
        this.amiPort = amiPort;
        this.sipPort = sipPort;
        this.run = Path.of("target", "pbx-" + version).toAbsolutePath();
        // one that an interrupted run left behind
        command("stop");
        empty(run);
        start();
    }

    void start() {
        int firstSound = 10_000 + (amiPort % 10) * 500;
        command(
                "start",
                "--ami-port",
                String.valueOf(amiPort),
                "--sip-port",
                String.valueOf(sipPort),
                "--rtp",
                firstSound + "-" + (firstSound + 499));
    }

    /** As by a power cut. */
    void kill() {
        try {
            String pid = Files.readString(run.resolve("pid")).split(" ", 2)[0];
            ProcessHandle asterisk = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
            asterisk.destroyForcibly();
            asterisk.onExit().get(10, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    int amiPort() {
        return amiPort;
    }

    int sipPort() {
        return sipPort;
    }

    /** Of {@code pbx.env}. */
    String setting(String name) {
        Properties settings = new Properties();
        try (Reader file = Files.newBufferedReader(run.resolve("pbx.env"))) {
            settings.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return settings.getProperty(name);
    }

    String passwordOf(String extension) {
        try {
            Matcher found = PASSWORD.matcher(Files.readString(run.resolve("phones/" + extension + ".csv")));
            if (!found.find()) {
                throw new IllegalStateException("No password of " + extension);
            }
            return found.group(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the queue log has a line that matches. */
    void awaitQueueLog(String pattern) {
        Path log = Path.of(setting("RINGDESK_PBX_QUEUE_LOG"));
        Pattern line = Pattern.compile(pattern);
        await("queue log: " + pattern)
                .until(() -> line.matcher(Files.readString(log)).find());
    }

    @Override
    public void close() {
        command("stop");
    }

    private void command(String name, String... arguments) {
        List<String> command = new ArrayList<>(List.of(BIN.resolve("pbx").toString(), name, "--run", run.toString()));
        command.addAll(List.of(arguments));
        Path words = run.resolveSibling("pbx-" + version + "." + name + ".out");
        try {
            Files.createDirectories(words.getParent());
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(words.toFile());
            builder.environment().put("RINGDESK_ASTERISK_VERSION", String.valueOf(version));
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException(command + ":\n" + Files.readString(words));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void empty(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
