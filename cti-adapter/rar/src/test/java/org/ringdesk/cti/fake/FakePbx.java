package org.ringdesk.cti.fake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
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

    private final ServerSocket listening;
    private final List<FakeSession> sessions = new CopyOnWriteArrayList<>();
    private final List<AmiMessage> actions = new CopyOnWriteArrayList<>();
    private final Map<String, Function<AmiMessage, String>> answers = new ConcurrentHashMap<>();
    private volatile String banner = "Asterisk Call Manager/11.0.0";
    private volatile String channels = "";
    private volatile boolean frozen;
    private volatile int greeted;

    private FakePbx(ServerSocket listening) {
        this.listening = listening;
    }

    public static FakePbx start() throws IOException {
        FakePbx pbx = new FakePbx(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        Thread accepting = new Thread(pbx::accept, "fake-pbx-" + pbx.port());
        accepting.setDaemon(true);
        accepting.start();
        return pbx;
    }

    public int port() {
        return listening.getLocalPort();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
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
                .filter(action -> !List.of("Challenge", "Login", "CoreSettings", "Ping", "Logoff")
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

    @Override
    public void close() throws IOException {
        listening.close();
        cut();
    }
}
