package org.ringdesk.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A manager interface that logs anyone in, knows no channels and plays what it is given to everyone who is logged in. It is
 * for benches and fault tests; whether calls are followed rightly is asked of a real Asterisk.
 */
final class BenchPbx implements AutoCloseable {
    private static final Map<String, String> LISTS = Map.of(
            "status", "StatusComplete",
            "coreshowchannels", "CoreShowChannelsComplete",
            "queuestatus", "QueueStatusComplete",
            "queuesummary", "QueueSummaryComplete",
            "bridgelist", "BridgeListComplete",
            "devicestatelist", "DeviceStateListComplete",
            "parkedcalls", "ParkedCallsComplete");

    private final ServerSocket server;
    private final List<Link> links = new CopyOnWriteArrayList<>();

    BenchPbx() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread accepting = new Thread(this::accept, "bench-pbx");
        accepting.setDaemon(true);
        accepting.start();
    }

    int port() {
        return server.getLocalPort();
    }

    /** Logged in and asking for events. */
    long listeners() {
        return links.stream().filter(l -> l.events).count();
    }

    void play(String messages) throws IOException {
        byte[] bytes = messages.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        for (Link link : links) {
            if (link.events) {
                link.send(bytes);
            }
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                Link link = new Link(socket);
                Thread reading = new Thread(link, "bench-pbx-link");
                reading.setDaemon(true);
                reading.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Link link : links) {
            link.socket.close();
        }
    }

    private final class Link implements Runnable {
        private final Socket socket;
        private final OutputStream out;
        private volatile boolean events;

        Link(Socket socket) throws IOException {
            this.socket = socket;
            this.out = socket.getOutputStream();
        }

        @Override
        public void run() {
            links.add(this);
            try (BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
                send("Asterisk Call Manager/11.0.0\r\n".getBytes(StandardCharsets.UTF_8));
                Map<String, String> action = new LinkedHashMap<>();
                String line;
                while ((line = in.readLine()) != null) {
                    if (!line.isEmpty()) {
                        int colon = line.indexOf(':');
                        action.put(
                                line.substring(0, colon).toLowerCase(Locale.ROOT),
                                line.substring(colon + 1).strip());
                    } else if (!action.isEmpty()) {
                        answer(action);
                        action.clear();
                    }
                }
            } catch (IOException e) {
                // the other side went
            } finally {
                links.remove(this);
            }
        }

        private void answer(Map<String, String> action) throws IOException {
            String name = action.getOrDefault("action", "").toLowerCase(Locale.ROOT);
            String id = action.get("actionid");
            switch (name) {
                case "challenge" -> respond(id, "Challenge: 123456789");
                case "login" -> {
                    respond(id, "Message: Authentication accepted");
                    events = !action.getOrDefault("events", "on").equals("off");
                }
                case "ping" -> respond(id, "Ping: Pong\nTimestamp: 1795426648.718813");
                case "coresettings" -> respond(id, "AMIversion: 11.0.0\nAsteriskVersion: 22.10.0\nSystemName: ");
                case "corestatus" ->
                    respond(id, "CoreStartupDate: 2026-11-01\nCoreStartupTime: 08:00:00\nCoreCurrentCalls: 0");
                case "listcommands" -> respond(id, "Ping: Keepalive command.  (Priv: <none>)");
                default -> list(name, id);
            }
        }

        private void list(String name, @Nullable String id) throws IOException {
            String complete = LISTS.get(name);
            if (complete == null) {
                respond(id, "Message: Done");
                return;
            }
            respond(id, "EventList: start\nMessage: List will follow");
            String end = "Event: " + complete + "\n" + (id == null ? "" : "ActionID: " + id + "\n")
                    + "EventList: Complete\nListItems: 0\n\n";
            send(end.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
        }

        private void respond(@Nullable String id, String fields) throws IOException {
            String text = "Response: Success\n" + (id == null ? "" : "ActionID: " + id + "\n") + fields + "\n\n";
            send(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
        }

        private synchronized void send(byte[] bytes) throws IOException {
            out.write(bytes);
            out.flush();
        }
    }
}
