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
 * One browser's line: {@code /push/desk} carries the user's own frames, {@code /push/floor} everyone's. Who may open which is
 * a security constraint in web.xml. The browser says only that it is still there.
 */
@ServerEndpoint("/push/{what}")
public class PushEndpoint {
    private static final System.Logger LOG = System.getLogger(PushEndpoint.class.getName());
    private static final int LONGEST_MESSAGE = 16;

    @Inject
    private Pages pages;

    private String login = "";
    private boolean floor;
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
        floor = "floor".equals(what);
        outbox = pages.open(session, login, floor);
    }

    @OnMessage
    public void stillThere(String message) {
        if (outbox != null) {
            outbox.offer("{\"type\":\"beat\"}");
        }
    }

    @OnClose
    public void close() {
        if (outbox != null) {
            pages.closed(login, outbox, floor);
        }
    }

    @OnError
    public void error(Throwable cause) {
        LOG.log(System.Logger.Level.DEBUG, "A page went away", cause);
    }
}
