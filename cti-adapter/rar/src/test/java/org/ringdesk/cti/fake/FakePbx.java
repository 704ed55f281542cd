package org.ringdesk.cti.fake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.ringdesk.cti.wire.AmiMessage;

/** Listens on a loopback port, logs anybody in who knows the password, and says what it is told to. */
public final class FakePbx implements AutoCloseable {
    public static final String USER = "ringdesk";
    public static final String PASSWORD = "open sesame";
    public static final String SYSTEM_USER = "ringdesk-system";
    public static final String SYSTEM_PASSWORD = "sesame, too";
    /** The name under which an action received holds who sent it. */
    public static final String SENDER = "sender";

    static final Map<String, String> PASSWORDS = Map.of(USER, PASSWORD, SYSTEM_USER, SYSTEM_PASSWORD);

    private final ServerSocket listening;
    private final List<FakeSession> sessions = new CopyOnWriteArrayList<>();
    private final List<AmiMessage> actions = new CopyOnWriteArrayList<>();
    private final Map<String, Function<AmiMessage, String>> answers = new ConcurrentHashMap<>();
    private final Map<String, String> values = new ConcurrentHashMap<>();
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private volatile String banner = "Asterisk Call Manager/11.0.0";
    private volatile String channels = "";
    private volatile boolean frozen;
    private volatile int greeted;

    private final Thread accepting;

    private FakePbx(ServerSocket listening) {
        this.listening = listening;
        accepting = new Thread(this::accept, "fake-pbx-" + port());
        accepting.setDaemon(true);
    }

    public static FakePbx start() throws IOException {
        FakePbx pbx = new FakePbx(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        pbx.accepting.start();
        return pbx;
    }

    public int port() {
        return listening.getLocalPort();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                if (listening.isClosed()) {
                    socket.close();
                    return;
                }
                FakeSession session = new FakeSession(this, socket);
                sessions.add(session);
                greeted++;
                Thread serving = new Thread(session, "fake-pbx-session-" + greeted);
                serving.setDaemon(true);
                serving.start();
            } catch (SocketException e) {
                return;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Says the text, CR LF and all, to everyone who is logged in with events on. */
    public void say(String wireText) {
        sessions.stream().filter(FakeSession::listens).forEach(session -> session.write(wireText));
    }

    /** Says one event: its name, then names and values in turn. */
    public void event(String name, String... fields) {
        StringBuilder text = new StringBuilder("Event: " + name + "\r\n");
        for (int i = 0; i < fields.length; i += 2) {
            text.append(fields[i]).append(": ").append(fields[i + 1]).append("\r\n");
        }
        say(text.append("\r\n").toString());
    }

    /** What Status answers from now on: whole events in wire text. */
    public void channels(String statusEvents) {
        channels = statusEvents;
    }

    /** Answers an action in another way than usual; the text is what follows the ActionID line. */
    public void answer(String action, Function<AmiMessage, String> answer) {
        answers.put(action, answer);
    }

    /** What Getvar answers for a variable or function from now on. */
    public void value(String variable, String value) {
        values.put(variable, value);
    }

    String value(String variable) {
        return values.getOrDefault(variable, variable.contains("_EXISTS(") ? "1" : "");
    }

    static String mayDo(String user) {
        return user.equals(SYSTEM_USER)
                ? "PJSIPNotify: Send a NOTIFY.  (Priv: system,all)\r\nMuteAudio: Mute.  (Priv: system,all)\r\n"
                : "Status: List channels.  (Priv: call,reporting,all)\r\nHangup: Hang up.  (Priv: system,call,all)\r\n";
    }

    void heard(byte[] bytes) {
        synchronized (heard) {
            heard.writeBytes(bytes);
        }
    }

    /** What all sessions were sent since the last time that this was asked, byte for byte. */
    public String heard() {
        synchronized (heard) {
            String text = heard.toString(StandardCharsets.UTF_8);
            heard.reset();
            return text;
        }
    }

    public void banner(String text) {
        banner = text;
    }

    /** Keeps connections open and neither reads nor writes, as a stopped process does. */
    public void freeze(boolean frozen) {
        this.frozen = frozen;
    }

    /** Cuts every connection. */
    public void cut() {
        sessions.forEach(FakeSession::close);
        sessions.clear();
    }

    /** The actions received, oldest first, without those of log-in and keep-alive. */
    public List<AmiMessage> actions() {
        return actions.stream()
                .filter(action -> !List.of("Challenge", "Login", "CoreSettings", "ListCommands", "Ping", "Logoff")
                        .contains(action.text("action", "")))
                .toList();
    }

    public List<AmiMessage> actions(String name) {
        return actions.stream()
                .filter(action -> name.equals(action.text("action")))
                .toList();
    }

    /** How many connections there have been. */
    public int greeted() {
        return greeted;
    }

    String banner() {
        return banner;
    }

    String channels() {
        return channels;
    }

    boolean frozen() {
        return frozen;
    }

    void received(AmiMessage action) {
        actions.add(action);
    }

    Function<AmiMessage, String> answerTo(String action, Function<AmiMessage, String> usual) {
        return answers.getOrDefault(action, usual);
    }

    void gone(FakeSession session) {
        sessions.remove(session);
    }

    /** Nobody is let in any more: a connection may still be accepted while the socket is being closed. */
    @Override
    public void close() throws IOException {
        listening.close();
        try {
            accepting.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        cut();
    }
}
