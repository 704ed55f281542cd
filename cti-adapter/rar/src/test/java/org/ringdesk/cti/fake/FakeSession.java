package org.ringdesk.cti.fake;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.ringdesk.cti.wire.AmiLines;
import org.ringdesk.cti.wire.AmiMessage;

/** One connection to the fake PBX. */
final class FakeSession implements Runnable {
    private static final String CHALLENGE = "840415273";

    private final FakePbx pbx;
    private final Socket socket;
    private volatile boolean loggedIn;
    private volatile boolean events;
    private volatile String user = "";

    FakeSession(FakePbx pbx, Socket socket) {
        this.pbx = pbx;
        this.socket = socket;
    }

    boolean listens() {
        return loggedIn && events;
    }

    @Override
    public void run() {
        try (socket) {
            write(pbx.banner() + "\r\n");
            AmiLines lines = AmiLines.ofWire(new Overheard(socket.getInputStream(), pbx::heard));
            Map<String, String> fields = new HashMap<>();
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (line.isEmpty()) {
                    fields.put(FakePbx.SENDER, user);
                    act(new AmiMessage("Action", Map.copyOf(fields)));
                    fields.clear();
                } else {
                    int colon = line.indexOf(':');
                    fields.merge(
                            line.substring(0, colon).toLowerCase(Locale.ROOT),
                            line.substring(colon + 1).strip(),
                            (a, b) -> a + '\n' + b);
                }
            }
        } catch (IOException e) {
            events = false;
        } finally {
            pbx.gone(this);
        }
    }

    private void act(AmiMessage action) {
        pbx.received(action);
        while (pbx.frozen()) {
            LockSupport.parkNanos(5_000_000);
        }
        String name = action.text("action", "");
        String id = "ActionID: " + action.text("actionid", "") + "\r\n";
        Function<AmiMessage, String> answer = pbx.answerTo(name, this::usual);
        String text = answer.apply(action);
        int end = text.indexOf("\r\n\r\n");
        String first = text.substring(0, end);
        int firstLine = first.indexOf("\r\n");
        String head = firstLine < 0 ? first : first.substring(0, firstLine);
        write(head + "\r\n" + id + (firstLine < 0 ? "" : first.substring(firstLine + 2) + "\r\n") + "\r\n"
                + text.substring(end + 4).replace("@ID@", id.strip()));
    }

    private String usual(AmiMessage action) {
        String name = action.text("action", "");
        return switch (name) {
            case "Challenge" -> "Response: Success\r\nChallenge: " + CHALLENGE + "\r\n\r\n";
            case "Login" -> login(action);
            case "CoreSettings" -> "Response: Success\r\nAMIversion: 11.0.0\r\nAsteriskVersion: 22.6.0\r\n\r\n";
            case "Ping" -> "Response: Success\r\nPing: Pong\r\n\r\n";
            case "Status" -> list(pbx.channels(), "StatusComplete");
            case "CoreShowChannels" -> list("", "CoreShowChannelsComplete");
            case "QueueStatus" -> list("", "QueueStatusComplete");
            case "GetVar" -> "Response: Success\r\nValue: " + pbx.value(action.text("variable", "")) + "\r\n\r\n";
            case "ListCommands" -> "Response: Success\r\n" + FakePbx.mayDo(user) + "\r\n";
            default -> "Response: Success\r\nMessage: Done\r\n\r\n";
        };
    }

    private static String list(String events, String complete) {
        return "Response: Success\r\nEventList: start\r\n\r\n"
                + events.replace("Event: Status\r\n", "Event: Status\r\n@ID@\r\n")
                + "Event: " + complete + "\r\n@ID@\r\nEventList: Complete\r\n\r\n";
    }

    private String login(AmiMessage action) {
        String name = action.text("username", "");
        String password = FakePbx.PASSWORDS.get(name);
        if (password == null || !key(password).equals(action.text("key"))) {
            return "Response: Error\r\nMessage: Authentication failed\r\n\r\n";
        }
        user = name;
        loggedIn = true;
        events = !"off".equals(action.text("events"));
        return "Response: Success\r\nMessage: Authentication accepted\r\n\r\n";
    }

    private static String key(String password) {
        try {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            md5.update(CHALLENGE.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(md5.digest(password.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    void write(String text) {
        if (pbx.frozen()) {
            return;
        }
        try {
            synchronized (this) {
                OutputStream out = socket.getOutputStream();
                out.write(text.getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        } catch (IOException e) {
            events = false;
        }
    }

    void close() {
        try {
            socket.close();
        } catch (IOException e) {
            events = false;
        }
    }
}
