package org.ringdesk.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import org.jspecify.annotations.Nullable;

/** One connection to the {@link BenchPbx}. It writes as Asterisk does: a listener whose socket takes nothing for 100 ms is cut off. */
final class BenchPbxLink implements Runnable {
    /** Asterisk's {@code writetimeout}. */
    private static final long WRITE_MILLIS = 100;

    private static final Map<String, String> LISTS = Map.of(
            "status", "StatusComplete",
            "coreshowchannels", "CoreShowChannelsComplete",
            "queuestatus", "QueueStatusComplete",
            "queuesummary", "QueueSummaryComplete",
            "bridgelist", "BridgeListComplete",
            "devicestatelist", "DeviceStateListComplete",
            "parkedcalls", "ParkedCallsComplete");

    private final BenchPbx pbx;
    private final SocketChannel channel;
    private final Selector writable = Selector.open();
    private final long since = System.nanoTime();
    private volatile boolean listens;

    BenchPbxLink(BenchPbx pbx, SocketChannel channel) throws IOException {
        this.pbx = pbx;
        this.channel = channel;
        channel.configureBlocking(false);
        channel.register(writable, SelectionKey.OP_WRITE);
    }

    boolean listens() {
        return listens;
    }

    void close() throws IOException {
        listens = false;
        channel.close();
        writable.close();
    }

    @Override
    public void run() {
        try (Selector readable = Selector.open()) {
            channel.register(readable, SelectionKey.OP_READ);
            send("Asterisk Call Manager/11.0.0\r\n".getBytes(StandardCharsets.UTF_8));
            ByteBuffer chunk = ByteBuffer.allocate(8192);
            StringBuilder text = new StringBuilder();
            while (channel.read(chunk) >= 0) {
                text.append(StandardCharsets.ISO_8859_1.decode(chunk.flip()));
                chunk.clear();
                for (int end = text.indexOf("\r\n\r\n"); end >= 0; end = text.indexOf("\r\n\r\n")) {
                    answer(action(text.substring(0, end)));
                    text.delete(0, end + 4);
                }
                readable.select();
                readable.selectedKeys().clear();
            }
        } catch (IOException | ClosedSelectorException e) {
            // the other side went, or was cut off
        } finally {
            pbx.gone(this);
        }
    }

    private static Map<String, String> action(String text) {
        Map<String, String> action = new LinkedHashMap<>();
        for (String line : text.split("\r\n")) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                action.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return action;
    }

    private void answer(Map<String, String> action) throws IOException {
        String name = action.getOrDefault("action", "").toLowerCase(Locale.ROOT);
        String id = action.get("actionid");
        switch (name) {
            case "challenge" -> respond(id, "Challenge: 123456789");
            case "login" -> {
                respond(id, "Message: Authentication accepted");
                listens = !action.getOrDefault("events", "on").equals("off");
                if (listens) {
                    pbx.listens(since);
                }
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
            pbx.commanded();
            respond(id, "Message: Done");
            return;
        }
        respond(id, "EventList: start\nMessage: List will follow");
        StringBuilder text = new StringBuilder();
        for (Entry<String, String> event : pbx.contentsOf(name)) {
            text.append("Event: ").append(event.getKey()).append('\n');
            text.append(id == null ? "" : "ActionID: " + id + "\n");
            text.append(event.getValue()).append('\n');
        }
        send(text.toString().replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
        String end = "Event: " + complete + "\n" + (id == null ? "" : "ActionID: " + id + "\n")
                + "EventList: Complete\nListItems: 0\n\n";
        send(end.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private void respond(@Nullable String id, String fields) throws IOException {
        String text = "Response: Success\n" + (id == null ? "" : "ActionID: " + id + "\n") + fields + "\n\n";
        send(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Events, to one who reads in time; who does not is cut off. */
    void tell(byte[] bytes) {
        try {
            send(bytes);
        } catch (IOException | ClosedSelectorException e) {
            listens = false;
            pbx.gone(this);
        }
    }

    private synchronized void send(byte[] bytes) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(bytes);
        long began = System.nanoTime();
        while (left.hasRemaining()) {
            if (channel.write(left) > 0) {
                continue;
            }
            long waited = (System.nanoTime() - began) / 1_000_000;
            int ready = writable.select(Math.max(1, WRITE_MILLIS - waited));
            writable.selectedKeys().clear();
            pbx.waited(System.nanoTime() - began);
            if (ready == 0) {
                pbx.cutsOff();
                close();
                throw new IOException("did not read in time");
            }
        }
    }
}
