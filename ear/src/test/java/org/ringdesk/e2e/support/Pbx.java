package org.ringdesk.e2e.support;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A real Asterisk in a run directory of its own, with the queues, numbers and phones of the demo. It is not running before
 * {@link #start()}; after {@link #kill()} or {@link #stop()} it can be started again and still knows its queue members.
 */
public final class Pbx implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);

    private final Path run;
    private final int amiPort;
    private final int sipPort;

    /** Ports on loopback that nobody else uses; the SIP port is taken on 127.0.1.x by the phones, too. */
    public Pbx(int amiPort, int sipPort) {
        this.amiPort = amiPort;
        this.sipPort = sipPort;
        try {
            this.run = Files.createTempDirectory("ringdesk-pbx");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns when it takes calls. */
    public void start() {
        command("start", "--ami-port", String.valueOf(amiPort), "--sip-port", String.valueOf(sipPort));
    }

    /** In order: calls are ended first. */
    public void stop() {
        command("stop");
    }

    /** As by a power cut: nobody is told. Returns when it is gone. */
    public void kill() {
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

    public int amiPort() {
        return amiPort;
    }

    /** The log-in that Ringdesk uses. */
    public String user() {
        return setting("RINGDESK_PBX_USER");
    }

    public String password() {
        return setting("RINGDESK_PBX_PASSWORD");
    }

    /** Stops it and removes all it kept. */
    @Override
    public void close() {
        stop();
        try (Stream<Path> files = Files.walk(run)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path run() {
        return run;
    }

    private void command(String name, String... arguments) {
        List<String> all = new ArrayList<>(List.of(name, "--run", run.toString()));
        all.addAll(List.of(arguments));
        Script.run(run.resolve(name + ".out"), START, "pbx", all);
    }

    private String setting(String name) {
        Properties settings = new Properties();
        try (Reader file = Files.newBufferedReader(run.resolve("pbx.env"))) {
            settings.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return settings.getProperty(name);
    }
}
