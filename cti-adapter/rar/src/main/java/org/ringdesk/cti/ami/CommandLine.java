package org.ringdesk.cti.ami;

import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.asteriskjava.manager.TimeoutException;
import org.asteriskjava.manager.action.GetVarAction;
import org.asteriskjava.manager.action.ListCommandsAction;
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
    private final Login login;
    private final Timing timing;
    private final Gate gate;
    private @Nullable Line line;
    private boolean closed;

    /** Looks at each new connection before it is used. */
    interface Gate {
        /** {@code answer} is to the question what this log-in may do. */
        void look(Privileges answer) throws Refused;
    }

    public CommandLine(PbxSettings settings, Timing timing) {
        this(
                settings,
                settings.login(),
                timing,
                may -> may.checkMain(settings.login().user()));
    }

    CommandLine(PbxSettings settings, Login login, Timing timing, Gate gate) {
        this.settings = settings;
        this.login = login;
        this.timing = timing;
        this.gate = gate;
    }

    private static final class Line implements AmiWire.Inbox {
        private final AmiConnection connection;
        private final long quietNanos;
        private volatile boolean dead;
        private volatile long usedAt = System.nanoTime();

        private volatile @Nullable AmiMessage lastAnswer;

        Line(PbxSettings settings, Login login, Timing timing) {
            connection = new AmiConnection(settings, login, timing, this);
            quietNanos = timing.silence().minus(timing.answer()).toNanos();
        }

        /** A line that was quiet for some seconds may be half open: it is not used again. */
        boolean usable() {
            return !dead && System.nanoTime() - usedAt < quietNanos;
        }

        @Override
        public void received(AmiMessage message) {
            usedAt = System.nanoTime();
            if (message.isResponse()) {
                lastAnswer = message;
            }
        }

        @Override
        public void closed(String why) {
            dead = true;
        }
    }

    /** Logs in where that is not done yet. */
    void open() {
        line();
    }

    /** The next action logs in anew. */
    synchronized void renew() {
        if (line != null) {
            line.connection.close();
            line = null;
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
            throw unavailable(e);
        }
    }

    /** Sends an action that has to succeed. */
    public void order(ManagerAction action) {
        ManagerResponse answer = ask(action);
        if (answer instanceof ManagerError) {
            throw new CtiException(Kind.REFUSED, String.valueOf(answer.getMessage()));
        }
    }

    /** The value of a variable or function, empty where it has none. */
    String value(GetVarAction question) {
        ManagerResponse answer = ask(question);
        String value = answer instanceof ManagerError ? null : answer.getAttribute("value");
        return value == null ? "" : value;
    }

    private synchronized Line line() {
        if (closed || login.off()) {
            throw new CtiException(Kind.UNAVAILABLE, "Telephony is off");
        }
        Line open = line;
        if (open == null || !open.usable()) {
            if (open != null) {
                open.connection.close();
                line = null;
            }
            line = open = opened();
        }
        return open;
    }

    private Line opened() {
        Line open = new Line(settings, login, timing);
        try {
            open.connection.open("off");
            gate.look(new Privileges(whatItMayDo(open)));
            return open;
        } catch (Refused e) {
            open.connection.close();
            LOG.log(Level.SEVERE, "{0} refused for commands: {1}", new Object[] {settings, e.getMessage()});
            throw caused(Kind.REFUSED, String.valueOf(e.getMessage()), e);
        } catch (IOException | TimeoutException e) {
            open.connection.close();
            LOG.log(Level.WARNING, "No command line to {0} for {1}: {2}", new Object[] {settings, login, e.getMessage()
            });
            throw unavailable(e);
        }
    }

    private AmiMessage whatItMayDo(Line open) throws IOException, TimeoutException {
        open.connection.sendAction(new ListCommandsAction(), timing.answer().toMillis());
        AmiMessage answer = open.lastAnswer;
        if (answer == null) {
            throw new IOException("no answer to what it may do");
        }
        return answer;
    }

    private static CtiException unavailable(Exception cause) {
        return caused(Kind.UNAVAILABLE, "The PBX cannot be reached: " + cause.getMessage(), cause);
    }

    private static CtiException caused(Kind kind, String message, Exception cause) {
        CtiException caused = new CtiException(kind, message);
        caused.initCause(cause);
        return caused;
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
        renew();
    }
}
