package org.ringdesk.cti.ami;

import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.ringdesk.cti.CtiEvent;
import org.ringdesk.cti.LinkChanged;
import org.ringdesk.cti.LinkState;
import org.ringdesk.cti.call.CallModel;

/**
 * Follows one PBX: connects, takes a snapshot, keeps in step, and begins anew when anything goes wrong. Everything happens
 * on the thread that {@link #run}s it, so that events leave in order; {@link #stop} may come from any.
 */
public final class PbxLink implements Runnable {
    private static final Logger LOG = Logger.getLogger(PbxLink.class.getName());

    private final PbxSettings settings;
    private final Timing timing;
    private final Clock clock;
    private final Sequence sequence;
    private final Outflow out;
    private final CallModel model;
    private final Backoff backoff = new Backoff(RandomGenerator.getDefault());
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile LinkState state = LinkState.CONNECTING;
    private String detail = "";
    private boolean told;
    private volatile @Nullable AmiConnection connection;

    /** Takes what happens, in order; may make us wait, and then we lose the connection rather than an event. */
    public interface Outflow {
        void put(CtiEvent event) throws InterruptedException;
    }

    public PbxLink(PbxSettings settings, Timing timing, Clock clock, Sequence sequence, Outflow out) {
        this.settings = settings;
        this.timing = timing;
        this.clock = clock;
        this.sequence = sequence;
        this.out = out;
        this.model = new CallModel(settings.name(), settings.trunks(), sequence::next, fact -> put(fact.event()));
    }

    public LinkState state() {
        return state;
    }

    public void stop() {
        stopped.countDown();
        close();
    }

    @Override
    public void run() {
        try {
            tell(LinkState.CONNECTING, "");
            while (running()) {
                follow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (StoppedException e) {
            LOG.log(Level.FINE, "Stopped while an event was waiting to be taken", e);
        } finally {
            close();
        }
    }

    /** From one connection to its loss. */
    private void follow() throws InterruptedException {
        String why;
        Inflow inflow = new Inflow();
        try {
            if (settings.off()) {
                throw new Refused("telephony is off: no password is configured");
            }
            AmiConnection opened = open(inflow);
            Session session = new Session(opened, inflow, model, clock, timing, this::running, this::tell);
            session.checkPrivileges(settings.user());
            session.synchronise();
            backoff.reset();
            why = session.keepUp();
        } catch (Refused e) {
            LOG.log(Level.SEVERE, "{0} refused: {1}", new Object[] {settings, e.getMessage()});
            tell(LinkState.REFUSED, String.valueOf(e.getMessage()));
            stopped.await();
            return;
        } catch (IOException e) {
            String closed = inflow.ended();
            why = closed == null ? String.valueOf(e.getMessage()) : closed;
        } catch (StoppedException e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            // ours to mend, but calls go on: begin anew and say so
            LOG.log(Level.SEVERE, "Lost step with " + settings, e);
            why = "an error of the adapter: " + e;
        }
        close();
        if (running()) {
            tell(LinkState.CONNECTING, why);
            if (stopped.await(backoff.pause().toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.fine("Stopped while waiting to connect");
            }
        }
    }

    private AmiConnection open(Inflow inflow) throws IOException, Refused {
        AmiConnection opened = new AmiConnection(settings, timing, inflow);
        connection = opened;
        opened.open("on");
        return opened;
    }

    private void tell(LinkState now, String why) {
        if (told && now == state && why.equals(detail)) {
            return;
        }
        LOG.log(
                now == LinkState.CONNECTING && !why.isEmpty() ? Level.WARNING : Level.INFO,
                "{0} {1} {2}",
                new Object[] {settings, now, why});
        told = true;
        state = now;
        detail = why;
        put(new LinkChanged(settings.name(), sequence.next(), clock.instant(), now, why));
    }

    private void put(CtiEvent event) {
        try {
            out.put(event);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppedException(e);
        }
    }

    private boolean running() {
        return stopped.getCount() > 0;
    }

    private void close() {
        AmiConnection open = connection;
        connection = null;
        if (open != null) {
            open.close();
        }
    }

    /** Nobody takes events any more. */
    private static final class StoppedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StoppedException(InterruptedException cause) {
            super(cause);
        }
    }
}
