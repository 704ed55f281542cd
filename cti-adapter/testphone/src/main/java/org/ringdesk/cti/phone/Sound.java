package org.ringdesk.cti.phone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A call's end of the sound. It hums all the time, for a PBX takes a phone that sends nothing for one that is gone, and hears
 * whether there is anything, and keys (RFC 4733).
 */
final class Sound implements AutoCloseable {
    private static final int KEYS = 101;
    private static final Pattern KEYS_OFFERED = Pattern.compile("a=rtpmap:(\\d+) telephone-event/");
    private static final Pattern PLACE = Pattern.compile("c=IN IP4 (\\S+).*?m=audio (\\d+) ", Pattern.DOTALL);
    private static final int PACKET_MILLIS = 20;
    private static final int HEADER = 12;
    private static final int ALAW = 8;
    /** Silence in A-law, of either sign. */
    private static final Set<Integer> SILENCE = Set.of(0xd5, 0x55);

    /** A tone of 1 kHz, by A-law's eight samples a period. */
    private static final long HUM = 0x3421_2134_b4a1_a1b4L;

    private static final long MOMENT = TimeUnit.MILLISECONDS.toNanos(200);

    private static final String SYMBOLS = "0123456789*#ABCD";

    private final DatagramSocket socket;
    private final String address;
    private final StringBuilder heard = new StringBuilder();
    private volatile int keys = KEYS;
    private volatile @Nullable InetSocketAddress far;
    private volatile long heardAt = System.nanoTime() - MOMENT;
    private int version;
    private int sent;
    private int lastKey;

    Sound(InetAddress address) {
        this.address = address.getHostAddress();
        try {
            socket = new DatagramSocket(new InetSocketAddress(address, 0));
            socket.setSoTimeout(PACKET_MILLIS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread listens = new Thread(this::listen, "sound-" + socket.getLocalPort());
        listens.setDaemon(true);
        listens.start();
    }

    /** What we offer or answer; {@code way} is sendrecv, sendonly, recvonly or inactive. */
    String describe(String way) {
        version++;
        return "v=0\r\no=- 1 " + version + " IN IP4 " + address + "\r\ns=-\r\nc=IN IP4 " + address
                + "\r\nt=0 0\r\nm=audio "
                + socket.getLocalPort() + " RTP/AVP 8 0 " + keys
                + "\r\na=rtpmap:8 PCMA/8000\r\na=rtpmap:0 PCMU/8000\r\na=rtpmap:" + keys
                + " telephone-event/8000\r\na=fmtp:" + keys + " 0-16\r\na=" + way + "\r\n";
    }

    /** What the other side says; keys come under its number. */
    void understand(String description) {
        Matcher offered = KEYS_OFFERED.matcher(description);
        keys = offered.find() ? Integer.parseInt(offered.group(1)) : keys;
        Matcher place = PLACE.matcher(description);
        far = place.find() ? new InetSocketAddress(place.group(1), Integer.parseInt(place.group(2))) : far;
    }

    String digits() {
        synchronized (heard) {
            return heard.toString();
        }
    }

    private void listen() {
        DatagramPacket packet = new DatagramPacket(new byte[2048], 2048);
        long next = System.nanoTime();
        while (!socket.isClosed()) {
            try {
                if (System.nanoTime() >= next) {
                    next += TimeUnit.MILLISECONDS.toNanos(PACKET_MILLIS);
                    say();
                }
                socket.receive(packet);
                hear(packet.getData(), packet.getLength());
            } catch (SocketTimeoutException e) {
                // nothing was said to us
            } catch (IOException e) {
                return;
            }
        }
    }

    private void say() throws IOException {
        InetSocketAddress to = far;
        if (to == null) {
            return;
        }
        sent++;
        ByteBuffer packet = ByteBuffer.allocate(HEADER + 8 * PACKET_MILLIS);
        packet.put((byte) 0x80).put((byte) ALAW).putShort((short) sent).putInt(sent * 8 * PACKET_MILLIS);
        packet.putInt(socket.getLocalPort());
        while (packet.hasRemaining()) {
            packet.putLong(HUM);
        }
        socket.send(new DatagramPacket(packet.array(), packet.capacity(), to));
    }

    boolean heardJustNow() {
        return System.nanoTime() - heardAt < MOMENT;
    }

    private void hear(byte[] data, int length) {
        for (int i = HEADER; i < length && (data[1] & 0x7f) == ALAW; i++) {
            if (!SILENCE.contains(data[i] & 0xff)) {
                heardAt = System.nanoTime();
                break;
            }
        }
        boolean key = length >= HEADER + 4 && (data[1] & 0x7f) == keys && data[HEADER] < SYMBOLS.length();
        int time = ByteBuffer.wrap(data).getInt(4);
        // all packets of one key have the time at which it was pressed
        if (key && (heard.isEmpty() || time != lastKey)) {
            lastKey = time;
            synchronized (heard) {
                heard.append(SYMBOLS.charAt(data[HEADER]));
            }
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
