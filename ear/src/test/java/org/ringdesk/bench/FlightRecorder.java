package org.ringdesk.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Records what the sockets and the processor of another JVM do for a while. */
final class FlightRecorder {
    private static final String SETTINGS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <configuration version="2.0">
              <event name="jdk.SocketRead"><setting name="enabled">true</setting><setting name="threshold">0 ns</setting>
                <setting name="stackTrace">false</setting></event>
              <event name="jdk.SocketWrite"><setting name="enabled">true</setting><setting name="threshold">0 ns</setting>
                <setting name="stackTrace">false</setting></event>
              <event name="jdk.ExecutionSample"><setting name="enabled">true</setting><setting name="period">10 ms</setting></event>
            </configuration>
            """;

    private final long pid;
    private final Path file;

    FlightRecorder(long pid, Path work) throws IOException, InterruptedException {
        this.pid = pid;
        this.file = work.resolve("pops.jfr");
        Path settings = Files.writeString(work.resolve("bench.jfc"), SETTINGS);
        command("JFR.start", "name=bench", "settings=" + settings);
    }

    /** Ends the recording. */
    Path file() throws IOException, InterruptedException {
        command("JFR.stop", "name=bench", "filename=" + file);
        return file;
    }

    private void command(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(pid)));
        command.addAll(List.of(words));
        Process jcmd = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(file.resolveSibling("jcmd.log").toFile())
                .start();
        if (!jcmd.waitFor(60, TimeUnit.SECONDS) || jcmd.exitValue() != 0) {
            jcmd.destroyForcibly();
            throw new IOException("jcmd failed: " + Files.readString(file.resolveSibling("jcmd.log")));
        }
    }
}
