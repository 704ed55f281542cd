package org.ringdesk.web.push;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The frames on their way to one browser. One is being sent at a time, in order; the others wait here. A browser that falls
 * too far behind is let go: it comes back and reads everything anew. Offering never waits for a browser.
 */
final class Outbox {
    static final int ROOM = 256;
    private static final System.Logger LOG = System.getLogger(Outbox.class.getName());

    private final String id = UUID.randomUUID().toString();
    private final Session session;
    private final Executor closer;
    private final Pages.Kind kind;
    private final Queue<String> waiting = new ArrayDeque<>();
    private boolean sending;
    private boolean closed;

    Outbox(Session session, Executor closer, Pages.Kind kind) {
        this.session = session;
        this.closer = closer;
        this.kind = kind;
    }

    /** Known to its page only. */
    String id() {
        return id;
    }

    boolean isDesk() {
        return kind == Pages.Kind.DESK;
    }

    void offer(String frame) {
        synchronized (this) {
            if (closed) {
                return;
            }
            if (sending) {
                if (waiting.size() < ROOM) {
                    waiting.add(frame);
                    return;
                }
                closed = true;
            } else {
                sending = true;
            }
        }
        if (isClosed()) {
            end(CloseCodes.TRY_AGAIN_LATER);
        } else {
            send(frame);
        }
    }

    void close() {
        synchronized (this) {
            closed = true;
        }
        end(CloseCodes.GOING_AWAY);
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private void send(String frame) {
        try {
            session.getAsyncRemote().sendText(frame, this::sent);
        } catch (IllegalStateException | IllegalArgumentException e) {
            LOG.log(System.Logger.Level.DEBUG, "Session is gone", e);
            close();
        }
    }

    private void sent(SendResult result) {
        if (!result.isOK()) {
            close();
            return;
        }
        @Nullable String next;
        synchronized (this) {
            next = closed ? null : waiting.poll();
            sending = next != null;
        }
        if (next != null) {
            send(next);
        }
    }

    private void end(CloseCodes code) {
        synchronized (this) {
            waiting.clear();
        }
        closer.execute(() -> {
            try {
                session.close(new CloseReason(code, ""));
            } catch (IOException e) {
                LOG.log(System.Logger.Level.DEBUG, "Session was gone already", e);
            }
        });
    }
}
