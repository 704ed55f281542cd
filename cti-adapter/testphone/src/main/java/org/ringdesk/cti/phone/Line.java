package org.ringdesk.cti.phone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A phone's line to its PBX: who it is there, what it sends and who waits for the answer. Whoever uses it holds the phone's
 * lock; what comes in is handed on under it. It sends everything once, for loopback loses nothing.
 */
final class Line implements AutoCloseable {
    private static final int SHOWN = 30;

    private final InetSocketAddress pbx;
    private final InetSocketAddress here;
    private final String user;
    private final @Nullable String password;
    private final DatagramSocket socket;
    private final Map<String, Consumer<SipMessage>> asked = new HashMap<>();
    private final List<String> notes = new ArrayList<>();
    private final String tag = Tokens.next();

    Line(InetSocketAddress pbx, InetSocketAddress here, String user, @Nullable String password) {
        this.pbx = pbx;
        this.here = here;
        this.user = user;
        this.password = password;
        try {
            this.socket = new DatagramSocket(here);
        } catch (IOException e) {
            throw new UncheckedIOException(user + " at " + here, e);
        }
    }

    /** Hands requests on from now on, each with the lock held, and wakes who waits on it. */
    void listen(Object lock, Consumer<SipMessage> requests) {
        Thread listens = new Thread(() -> receive(lock, requests), "phone-" + user);
        listens.setDaemon(true);
        listens.start();
    }

    private void receive(Object lock, Consumer<SipMessage> requests) {
        DatagramPacket packet = new DatagramPacket(new byte[65_535], 65_535);
        while (!socket.isClosed()) {
            try {
                socket.receive(packet);
            } catch (IOException e) {
                return;
            }
            SipMessage message = SipMessage.parse(packet.getData(), packet.getLength());
            synchronized (lock) {
                note("< " + message + ' ' + message.header("Event"));
                if (message.isResponse()) {
                    answered(message);
                } else {
                    requests.accept(message);
                }
                lock.notifyAll();
            }
        }
    }

    private void answered(SipMessage response) {
        String key = response.branch() + response.method();
        Consumer<SipMessage> answer = response.status() < 200 ? asked.get(key) : asked.remove(key);
        if (answer != null) {
            answer.accept(response);
        }
    }

    String user() {
        return user;
    }

    /** The address of somebody at the PBX. */
    String at(String number) {
        return "sip:" + number + '@' + pbx.getHostString() + ':' + pbx.getPort();
    }

    String registrar() {
        return "sip:" + pbx.getHostString() + ':' + pbx.getPort();
    }

    String self() {
        return "<sip:" + user + '@' + pbx.getHostString() + '>';
    }

    boolean isDesk() {
        return password != null;
    }

    InetAddress address() {
        return here.getAddress();
    }

    void ask(SipMessage request, Consumer<SipMessage> answer) {
        asked.put(addVia(request).branch() + request.method(), answer);
        send(request);
    }

    SipMessage addVia(SipMessage request) {
        return request.first(
                "Via",
                "SIP/2.0/UDP " + here.getHostString() + ':' + here.getPort() + ";branch=z9hG4bK" + Tokens.next());
    }

    void addContact(SipMessage message) {
        message.with("Contact", "<sip:" + user + '@' + here.getHostString() + ':' + here.getPort() + '>')
                .with("Allow", "INVITE, ACK, BYE, CANCEL, NOTIFY, OPTIONS, UPDATE, INFO")
                .with("Allow-Events", "talk, hold");
    }

    boolean mayLogIn(SipMessage request, SipMessage answer) {
        return password != null
                && answer.status() == 401
                && request.header("Authorization").isEmpty();
    }

    /** The same request once more, with the password. */
    SipMessage loggedIn(SipMessage request, SipMessage challenge, int number) {
        SipMessage again = SipMessage.request(request.method(), request.uri());
        for (String header :
                List.of("From", "To", "Call-ID", "Contact", "Allow", "Allow-Events", "Expires", "Privacy")) {
            again.likewise(request, header);
        }
        String answer = Digest.answer(
                challenge.header("WWW-Authenticate"), user, String.valueOf(password), request.method(), request.uri());
        again.with("CSeq", number + " " + request.method()).with("Authorization", answer);
        return request.body().isEmpty() ? again : again.body(request.header("Content-Type"), request.body());
    }

    SipMessage reply(SipMessage request, int code, String words, String sound) {
        return reply(request, code, words, sound, tag);
    }

    SipMessage reply(SipMessage request, int code, String words, String sound, String tag) {
        String to = request.header("To");
        SipMessage reply = new SipMessage("SIP/2.0 " + code + ' ' + words)
                .likewise(request, "Via")
                .likewise(request, "Record-Route")
                .likewise(request, "From")
                .with("To", SipMessage.parameter(to, "tag").isEmpty() ? to + ";tag=" + tag : to)
                .likewise(request, "Call-ID")
                .likewise(request, "CSeq");
        addContact(reply);
        if (!sound.isEmpty()) {
            reply.body("application/sdp", sound);
        }
        send(reply);
        return reply;
    }

    void send(SipMessage message) {
        byte[] bytes = message.bytes();
        note("> " + message);
        try {
            socket.send(new DatagramPacket(bytes, bytes.length, pbx));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void note(String what) {
        notes.add(what);
    }

    /** What was said and heard last. */
    List<String> notes() {
        return notes.subList(Math.max(0, notes.size() - SHOWN), notes.size());
    }

    @Override
    public void close() {
        socket.close();
    }
}
