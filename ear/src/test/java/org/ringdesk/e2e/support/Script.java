package org.ringdesk.e2e.support;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One of the project's commands in {@code bin}, run as a person would; what it says is kept in a file. */
final class Script implements AutoCloseable {
    private static final Duration STOP = Duration.ofSeconds(20);

    private final List<String> command;
    private final Path words;
    private final Process process;

    private Script(List<String> command, Path words, Process process) {
        this.command = command;
        this.words = words;
        this.process = process;
    }

    /** The project's root: the system property {@code ringdesk.root}, or where the tests run. */
    static Path root() {
        return Path.of(System.getProperty("ringdesk.root", "."))
                .toAbsolutePath()
                .normalize();
    }

    static Script begin(Path words, String name, List<String> arguments) {
        return begin(words, name, arguments, Map.of());
    }

    static Script begin(Path words, String name, List<String> arguments, Map<String, String> environment) {
        List<String> command = new ArrayList<>();
        command.add(root().resolve("bin").resolve(name).toString());
        command.addAll(arguments);
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectErrorStream(true)
                    .redirectOutput(words.toFile());
            builder.environment().putAll(environment);
            return new Script(command, words, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs it to its end; anything but success is an error that tells its words. */
    static void run(
            Path words, Duration deadline, String name, List<String> arguments, Map<String, String> environment) {
        try (Script script = begin(words, name, arguments, environment)) {
            int status = script.awaitEnd(deadline);
            if (status != 0) {
                throw script.failure("ended with " + status);
            }
        }
    }

    void awaitWords(String expected, Duration deadline) {
        await("'" + expected + "' from " + command)
                .atMost(deadline)
                .until(() -> words().contains(expected) || !process.isAlive());
        if (!words().contains(expected)) {
            throw failure("ended before it said '" + expected + "'");
        }
    }

    /** Its exit status. */
    int awaitEnd(Duration deadline) {
        try {
            if (!process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
                throw failure("still runs after " + deadline);
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure("was waited for in vain");
        }
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /** Sends a signal by its name, such as USR1. */
    void signal(String name) {
        try {
            new ProcessBuilder("bash", "-c", "kill -s \"$0\" \"$1\"", name, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    String words() {
        try {
            return Files.readString(words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks it to end and waits, so that nothing of it is left. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    private IllegalStateException failure(String what) {
        return new IllegalStateException(command + " " + what + ":\n" + words());
    }
}
