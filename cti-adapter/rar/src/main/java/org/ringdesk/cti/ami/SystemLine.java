package org.ringdesk.cti.ami;

import java.util.EnumSet;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.asteriskjava.manager.action.ManagerAction;
import org.jspecify.annotations.Nullable;
import org.ringdesk.cti.Ability;
import org.ringdesk.cti.CtiException;
import org.ringdesk.cti.CtiException.Kind;

/**
 * The second log-in, for the few actions that only {@code system} may send. What it may do is asked at each log-in; one
 * that may also run commands or change the configuration is not used at all. For any thread.
 */
public final class SystemLine implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(SystemLine.class.getName());
    private static final long RETRY_NANOS = 10_000_000_000L;

    private final PbxSettings settings;
    private final CommandLine line;
    private volatile @Nullable Set<Ability> granted;
    private volatile String alarm = "";
    private long triedAt = System.nanoTime() - RETRY_NANOS;

    public SystemLine(PbxSettings settings, Timing timing) {
        this.settings = settings;
        this.line = new CommandLine(settings, settings.system(), timing, this::look);
    }

    private boolean off() {
        return settings.off() || settings.system().off();
    }

    private void look(Privileges privileges) throws Refused {
        privileges.checkSystem(settings.system().user());
        Set<Ability> found = EnumSet.noneOf(Ability.class);
        if (privileges.allows("PJSIPNotify")) {
            found.add(Ability.ANSWER);
            found.add(Ability.HOLD);
        }
        if (privileges.allows("MuteAudio")) {
            found.add(Ability.MUTE);
        }
        granted = Set.copyOf(found);
        alarm = found.isEmpty() ? "user " + settings.system() + " may use neither PJSIPNotify nor MuteAudio" : "";
    }

    /** Logs in and looks what may be done; returns what an admin should know, or an empty text. */
    public String check() {
        if (off()) {
            return "";
        }
        granted = null;
        line.renew();
        probe();
        return alarm.isEmpty() ? "" : "second log-in off: " + alarm;
    }

    private synchronized void probe() {
        triedAt = System.nanoTime();
        try {
            line.open();
        } catch (CtiException e) {
            failed(e);
        }
    }

    /** One that is refused is not tried again before the link is made anew. */
    private void failed(CtiException e) {
        Throwable cause = e.getCause();
        if (cause instanceof Refused) {
            granted = Set.of();
        }
        alarm = String.valueOf(cause == null ? e.getMessage() : cause.getMessage());
        LOG.log(Level.WARNING, "{0} without its second log-in: {1}", new Object[] {settings, alarm});
    }

    /** What may be done now. Asks the PBX where that is not known yet, at most every ten seconds. */
    public Set<Ability> abilities() {
        if (off()) {
            return Set.of();
        }
        if (granted == null && due()) {
            probe();
        }
        Set<Ability> known = granted;
        return known == null ? Set.of() : known;
    }

    private synchronized boolean due() {
        return System.nanoTime() - triedAt >= RETRY_NANOS;
    }

    /** Sends an action that needs an ability and has to succeed. */
    void order(Ability ability, ManagerAction action) {
        if (!abilities().contains(ability)) {
            throw new CtiException(Kind.REFUSED, why(ability));
        }
        try {
            line.order(action);
        } catch (CtiException e) {
            if (e.getCause() instanceof Refused) {
                failed(e);
            }
            throw e;
        }
    }

    private String why(Ability ability) {
        String cause = settings.system().off() ? "none is configured" : alarm.isEmpty() ? "it may not do that" : alarm;
        return ability + " needs the second log-in of PBX " + settings.name() + ": " + cause;
    }

    @Override
    public void close() {
        line.close();
    }
}
