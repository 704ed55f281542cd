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
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ringdesk.cti.phone.SipPhone;

/**
 * A real Asterisk in a run directory of its own, with the queues, numbers and phones of the demo. It is not running before
 * {@link #start()}; after {@link #kill()} or {@link #stop()} it can be started again and still knows its queue members.
 */
public final class Pbx implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);

    private final Path run;
    private final int version;
    private final int amiPort;
    private final int sipPort;

    /**
     * Ports on loopback that nobody else uses; the SIP port is taken on 127.0.1.x by the phones, too.
     *
     * @param version 22 or 16
     */
    public Pbx(int version, int amiPort, int sipPort) {
        this.version = version;
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

    /** The log-in that lets desk phones answer and hold from the page. */
    public String systemUser() {
        return setting("RINGDESK_PBX_SYSTEM_USER");
    }

    public String systemPassword() {
        return setting("RINGDESK_PBX_SYSTEM_PASSWORD");
    }

    /** A desk phone that its screen controls: it rings, and answers, holds and resumes when the PBX sends it NOTIFY. */
    public SipPhone controlledPhone(String extension) {
        return SipPhone.desk(sipPort, extension, phonePassword(extension)).register();
    }

    private String phonePassword(String extension) {
        try {
            Matcher login = Pattern.compile("password=(\\S+?)\\]")
                    .matcher(Files.readString(run.resolve("phones").resolve(extension + ".csv")));
            if (!login.find()) {
                throw new IllegalStateException("No password for " + extension);
            }
            return login.group(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        Script.run(
                run.resolve(name + ".out"),
                START,
                "pbx",
                all,
                Map.of("RINGDESK_ASTERISK_VERSION", String.valueOf(version)));
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
