package org.ringdesk.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** The floor of reading: lines into fields, a count, nothing else. */
final class BareReader implements AutoCloseable {
    private final Socket pbx;
    private final Thread reading;
    private final AtomicLong events = new AtomicLong();
    private final AtomicLong lists = new AtomicLong();
    private volatile String wanted = "";

    BareReader(int port) throws IOException {
        pbx = new Socket(InetAddress.getLoopbackAddress(), port);
        pbx.setTcpNoDelay(true);
        say("Action: Login\r\nUsername: x\r\nSecret: x\r\n\r\n");
        reading = new Thread(this::read, "bare-reader");
        reading.setDaemon(true);
        reading.start();
    }

    private void say(String text) throws IOException {
        pbx.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private void read() {
        Map<String, String> message = new HashMap<>();
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(pbx.getInputStream(), StandardCharsets.UTF_8))) {
            String line;
            while ((line = in.readLine()) != null) {
                int colon = line.indexOf(':');
                if (colon > 0) {
                    message.put(
                            line.substring(0, colon), line.substring(colon + 1).strip());
                } else if (line.isEmpty()) {
                    took(message);
                    message.clear();
                }
            }
        } catch (IOException e) {
            // the other side went
        }
    }

    private void took(Map<String, String> message) {
        String event = message.get("Event");
        if (event != null) {
            events.incrementAndGet();
            if (wanted.contains(event)) {
                lists.incrementAndGet();
            }
        }
    }

    long events() {
        return events.get();
    }

    double cpuMillis() {
        return ManagementFactory.getThreadMXBean().getThreadCpuTime(reading.getId()) / 1e6;
    }

    /** How long the three lists of a resync take to come, in milliseconds. */
    double snapshotMillis() throws IOException, InterruptedException {
        lists.set(0);
        wanted = "StatusComplete CoreShowChannelsComplete QueueStatusComplete";
        long began = System.nanoTime();
        say("Action: Status\r\nActionID: 1\r\n\r\nAction: CoreShowChannels\r\nActionID: 2\r\n\r\n"
                + "Action: QueueStatus\r\nActionID: 3\r\n\r\n");
        while (lists.get() < 3) {
            Thread.sleep(1);
        }
        return (System.nanoTime() - began) / 1e6;
    }

    @Override
    public void close() throws IOException {
        pbx.close();
    }
}
