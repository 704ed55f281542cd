package org.ringdesk.cti.ami;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.asteriskjava.util.SocketConnectionFacade;
import org.jspecify.annotations.Nullable;
import org.ringdesk.cti.wire.AmiAssembler;
import org.ringdesk.cti.wire.AmiLines;
import org.ringdesk.cti.wire.AmiMessage;

/**
 * The socket under Asterisk-Java. Events branch off here as plain messages and never enter the library: its reader dies of
 * one malformed event, its queue drops the rest of a burst without a word, and an event without a class is lost. Of an
 * answer it gets the fields that it needs.
 */
final class AmiWire implements SocketConnectionFacade {
    private static final List<String> FOR_LIBRARY =
            List.of("response", "actionid", "message", "challenge", "asteriskversion", "value");

    private final Socket socket;
    private final AmiLines lines;
    private final OutputStream out;
    private final Inbox inbox;
    private final AmiAssembler assembler = new AmiAssembler();
    private final Deque<String> upwards = new ArrayDeque<>();
    private final StringBuilder action = new StringBuilder();
    private boolean greeted;

    /** Where messages go; its methods return at once. */
    interface Inbox {
        void received(AmiMessage message);

        /** Nothing more is at hand: the next message has still to come over the network. */
        default void readAll() {}

        /** The wire is dead; told once. */
        void closed(String why);
    }

    AmiWire(Socket socket, Inbox inbox) throws IOException {
        this.socket = socket;
        this.lines = AmiLines.ofWire(socket.getInputStream(), inbox::readAll);
        this.out = socket.getOutputStream();
        this.inbox = inbox;
    }

    @Override
    public @Nullable String readLine() throws IOException {
        String line = upwards.poll();
        try {
            while (line == null) {
                String read = lines.next();
                if (read == null) {
                    inbox.closed("the PBX closed the connection");
                    return null;
                }
                if (!greeted && read.startsWith("Asterisk Call Manager/")) {
                    greeted = true;
                    return read;
                }
                take(assembler.accept(read));
                line = upwards.poll();
            }
        } catch (IOException e) {
            inbox.closed(e instanceof SocketTimeoutException ? "the PBX fell silent" : reason(e));
            throw e;
        }
        return line;
    }

    private void take(@Nullable AmiMessage message) {
        if (message == null) {
            return;
        }
        inbox.received(message);
        if (message.isResponse()) {
            for (String field : FOR_LIBRARY) {
                String value = message.fields().get(field);
                if (value != null) {
                    upwards.add(field + ": " + value);
                }
            }
            upwards.add("");
        }
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    @Override
    public void write(String text) {
        action.append(text);
    }

    /** Sends what was written, if it is one action and nothing else. */
    @Override
    public void flush() throws IOException {
        String text = action.toString();
        action.setLength(0);
        OneAction.check(text);
        synchronized (out) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }

    long skipped() {
        return assembler.skipped();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    @Override
    public boolean isConnected() {
        return socket.isConnected();
    }

    @Override
    public InetAddress getLocalAddress() {
        return socket.getLocalAddress();
    }

    @Override
    public int getLocalPort() {
        return socket.getLocalPort();
    }

    @Override
    public InetAddress getRemoteAddress() {
        return socket.getInetAddress();
    }

    @Override
    public int getRemotePort() {
        return socket.getPort();
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "wire to %s:%d", socket.getInetAddress(), socket.getPort());
    }
}
