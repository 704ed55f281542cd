package org.ringdesk.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A manager interface that logs anyone in, knows no channels and plays what it is given to everyone who is logged in. It is
 * for benches and fault tests; whether calls are followed rightly is asked of a real Asterisk.
 */
final class BenchPbx implements AutoCloseable {
    private final Map<String, List<Entry<String, String>>> contents = new ConcurrentHashMap<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger cutOff = new AtomicInteger();
    private final AtomicInteger commands = new AtomicInteger();
    private final AtomicLong slowest = new AtomicLong();
    private volatile long acceptedAt;
    private final ServerSocketChannel server;
    private final List<BenchPbxLink> links = new CopyOnWriteArrayList<>();

    BenchPbx() throws IOException {
        server = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        Thread accepting = new Thread(this::accept, "bench-pbx");
        accepting.setDaemon(true);
        accepting.start();
    }

    int port() {
        return server.socket().getLocalPort();
    }

    /** Logged in and asking for events. */
    long listeners() {
        return links.stream().filter(BenchPbxLink::listens).count();
    }

    /** How a server reaches it. */
    Map<String, String> environment() {
        return Map.of(
                "RINGDESK_PBX_PORT", Integer.toString(port()),
                "RINGDESK_PBX_USER", "bench",
                "RINGDESK_PBX_PASSWORD", "bench");
    }

    /** Connections that asked for events so far. */
    int connections() {
        return connections.get();
    }

    /** When the last of them was accepted. */
    long acceptedAt() {
        return acceptedAt;
    }

    /** Actions that asked for a change, so far. */
    int commands() {
        return commands.get();
    }

    /** Listeners that were cut off because one write took longer than Asterisk waits. */
    int cutOff() {
        return cutOff.get();
    }

    /** The longest that a listener made us wait. */
    double slowestMillis() {
        return slowest.get() / 1e6;
    }

    /** What a list answers from now on: events as name and fields. */
    void answers(String list, List<Entry<String, String>> events) {
        contents.put(list, events);
    }

    List<Entry<String, String>> contentsOf(String list) {
        return contents.getOrDefault(list, List.of());
    }

    void listens(long since) {
        acceptedAt = since;
        connections.incrementAndGet();
    }

    void waited(long nanos) {
        slowest.accumulateAndGet(nanos, Math::max);
    }

    void commanded() {
        commands.incrementAndGet();
    }

    void cutsOff() {
        cutOff.incrementAndGet();
    }

    void gone(BenchPbxLink link) {
        links.remove(link);
    }

    /** Cuts everyone who listens. */
    void cut() throws IOException {
        for (BenchPbxLink link : links) {
            if (link.listens()) {
                link.close();
            }
        }
    }

    void play(String messages) throws IOException {
        byte[] bytes = messages.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        for (BenchPbxLink link : links) {
            if (link.listens()) {
                link.tell(bytes);
            }
        }
    }

    private void accept() {
        while (server.isOpen()) {
            try {
                SocketChannel channel = server.accept();
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                BenchPbxLink link = new BenchPbxLink(this, channel);
                links.add(link);
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
        for (BenchPbxLink link : links) {
            link.close();
        }
    }
}
