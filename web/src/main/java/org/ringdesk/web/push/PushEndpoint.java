package org.ringdesk.web.push;

import jakarta.inject.Inject;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.PathParam;
import jakarta.websocket.server.ServerEndpoint;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/**
 * One browser's line: {@code /push/desk} carries the user's own frames, {@code /push/floor} everyone's, {@code /push/queues} what
 * work queues show. Who may open which is a security constraint in web.xml. The page is told its id, under which it says over HTTP
 * which order it has open; here it says only that it is still there: with no order in mind ({@code .}), looking at its order
 * ({@code l}), typing in it ({@code t}), or done with it ({@code x}).
 */
@ServerEndpoint("/push/{what}")
public class PushEndpoint {
    private static final System.Logger LOG = System.getLogger(PushEndpoint.class.getName());
    private static final int LONGEST_MESSAGE = 16;

    @Inject
    private Pages pages;

    @Inject
    private Company company;

    private String login = "";
    private Pages.Kind kind = Pages.Kind.DESK;
    private @Nullable Outbox outbox;

    @OnOpen
    public void open(Session session, @PathParam("what") String what) {
        Principal user = session.getUserPrincipal();
        if (user == null) {
            throw new IllegalStateException("A socket without a user");
        }
        session.setMaxTextMessageBufferSize(LONGEST_MESSAGE);
        session.setMaxBinaryMessageBufferSize(LONGEST_MESSAGE);
        login = user.getName();
        kind = switch (what) {
            case "floor" -> Pages.Kind.FLOOR;
            case "queues" -> Pages.Kind.QUEUES;
            default -> Pages.Kind.DESK;
        };
        Outbox opened = pages.open(session, login, kind);
        outbox = opened;
        opened.offer("{\"type\":\"hello\",\"data\":{\"page\":\"" + opened.id() + "\"}}");
    }

    @OnMessage
    public void stillThere(String message) {
        Outbox mine = outbox;
        if (mine == null) {
            return;
        }
        switch (message) {
            case "l" -> company.heard(mine, false);
            case "t" -> company.heard(mine, true);
            case "x" -> company.leave(mine);
            default -> mine.offer("{\"type\":\"beat\"}");
        }
    }

    @OnClose
    public void close() {
        if (outbox != null) {
            pages.closed(login, outbox, kind);
            company.leave(outbox);
        }
    }

    @OnError
    public void error(Throwable cause) {
        LOG.log(System.Logger.Level.DEBUG, "A page went away", cause);
    }
}
