package org.ringdesk.cti.ami;

import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.asteriskjava.manager.TimeoutException;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.response.ManagerError;
import org.asteriskjava.manager.response.ManagerResponse;
import org.jspecify.annotations.Nullable;
import org.ringdesk.cti.CtiException;
import org.ringdesk.cti.CtiException.Kind;
import org.ringdesk.cti.wire.AmiMessage;

/**
 * A log-in of its own for commands, without events, so that an answer never waits behind a burst. Opened by the first
 * command, again by the next one after a loss. For any thread.
 */
public final class CommandLine implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(CommandLine.class.getName());

    private final PbxSettings settings;
    private final Timing timing;
    private @Nullable Line line;
    private boolean closed;

    public CommandLine(PbxSettings settings, Timing timing) {
        this.settings = settings;
        this.timing = timing;
    }

    private static final class Line implements AmiWire.Inbox {
        private final AmiConnection connection;
        private final long quietNanos;
        private volatile boolean dead;
        private volatile long usedAt = System.nanoTime();

        Line(PbxSettings settings, Timing timing) {
            connection = new AmiConnection(settings, timing, this);
            quietNanos = timing.silence().minus(timing.answer()).toNanos();
        }

        /** A line that was quiet for some seconds may be half open: it is not used again. */
        boolean usable() {
            return !dead && System.nanoTime() - usedAt < quietNanos;
        }

        @Override
        public void received(AmiMessage message) {
            usedAt = System.nanoTime();
        }

        @Override
        public void closed(String why) {
            dead = true;
        }
    }

    /** Sends an action and returns its answer, which may be a refusal. */
    public ManagerResponse ask(ManagerAction action) {
        OneAction.check(action);
        Line open = line();
        try {
            return open.connection.sendAction(action, timing.answer().toMillis());
        } catch (TimeoutException e) {
            drop(open);
            throw new CtiException(Kind.TIMEOUT, "The PBX did not answer in time to " + action.getAction());
        } catch (IOException | IllegalStateException e) {
            drop(open);
            throw new CtiException(Kind.UNAVAILABLE, "The PBX cannot be reached: " + e.getMessage());
        }
    }

    /** Sends an action that has to succeed. */
    public void order(ManagerAction action) {
        ManagerResponse answer = ask(action);
        if (answer instanceof ManagerError) {
            throw new CtiException(Kind.REFUSED, String.valueOf(answer.getMessage()));
        }
    }

    private synchronized Line line() {
        if (closed || settings.off()) {
            throw new CtiException(Kind.UNAVAILABLE, "Telephony is off");
        }
        Line open = line;
        if (open == null || !open.usable()) {
            if (open != null) {
                open.connection.close();
            }
            open = new Line(settings, timing);
            try {
                open.connection.open("off");
            } catch (IOException | Refused e) {
                open.connection.close();
                LOG.log(Level.WARNING, "No command line to {0}: {1}", new Object[] {settings, e.getMessage()});
                throw new CtiException(Kind.UNAVAILABLE, "The PBX cannot be reached: " + e.getMessage());
            }
            line = open;
        }
        return open;
    }

    private synchronized void drop(Line lost) {
        if (line == lost) {
            line = null;
        }
        lost.connection.close();
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (line != null) {
            line.connection.close();
            line = null;
        }
    }
}
