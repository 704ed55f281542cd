package org.ringdesk.cti.ami;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.ringdesk.cti.CtiEvent;
import org.ringdesk.cti.LinkChanged;
import org.ringdesk.cti.LinkState;
import org.ringdesk.cti.call.CallModel;
import org.ringdesk.cti.queuelog.MissedCalls;
import org.ringdesk.cti.queuelog.QueueLog;

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
    private final Devices devices;
    private final SystemLine system;
    private final Gap gap;
    private final Session.Telling telling = new Told();
    private final Backoff backoff = new Backoff(RandomGenerator.getDefault());
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile LinkState state = LinkState.CONNECTING;
    private String detail = "";
    private boolean told;
    private volatile @Nullable AmiConnection connection;
    private final Load load = new Load();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile @Nullable Inflow current;
    /** What the messages at hand told: it leaves together, before we wait for more. */
    private final List<CtiEvent> ready = new ArrayList<>();

    /** Takes what happens, in order; may make us wait, and then we lose the connection rather than an event. */
    public interface Outflow {
        /** @param events the caller's own list: whoever keeps it copies it */
        void put(List<CtiEvent> events) throws InterruptedException;
    }

    /** {@code system} is looked at each time that the link is made. */
    public PbxLink(
            PbxSettings settings, SystemLine system, Timing timing, Clock clock, Sequence sequence, Outflow out) {
        this.settings = settings;
        this.timing = timing;
        this.clock = clock;
        this.sequence = sequence;
        this.out = out;
        this.system = system;
        this.model = new CallModel(settings.name(), settings.trunks(), sequence::next, fact -> ready.add(fact.event()));
        this.devices = new Devices(settings.name(), sequence::next, ready::add);
        this.gap = new Gap(
                settings.queueLog() == null
                        ? null
                        : new MissedCalls(
                                settings.name(), new QueueLog(settings.queueLog()), sequence::next, ready::add),
                clock.instant());
    }

    public LinkState state() {
        return state;
    }

    /** Messages that came over all connections, noise too, and how many waited at most. */
    public Load load() {
        return load;
    }

    /** Messages that are read and wait to be understood. */
    public int backlog() {
        Inflow inflow = current;
        return inflow == null ? 0 : inflow.backlog();
    }

    /** How often a connection was tried. */
    public int connections() {
        return connections.get();
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
        Inflow inflow = new Inflow(load);
        current = inflow;
        connections.incrementAndGet();
        try {
            if (settings.off()) {
                throw new Refused("telephony is off: no password is configured");
            }
            AmiConnection opened = open(inflow);
            Session session = new Session(opened, inflow, model, devices, gap, clock, timing, this::running, telling);
            session.checkPrivileges(settings.login().user());
            session.synchronise(system.check());
            backoff.reset();
            why = session.keepUp();
            gap.begins(clock.instant().minus(timing.silence()));
        } catch (Refused e) {
            LOG.log(Level.SEVERE, "{0} refused: {1}", new Object[] {settings, e.getMessage()});
            tell(LinkState.REFUSED, String.valueOf(e.getMessage()));
            stopped.await();
            return;
        } catch (IOException e) {
            String closed = inflow.loss();
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
        AmiConnection opened = new AmiConnection(settings, settings.login(), timing, inflow);
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
        ready.add(new LinkChanged(settings.name(), sequence.next(), clock.instant(), now, why));
        handOver();
    }

    private void handOver() {
        if (ready.isEmpty()) {
            return;
        }
        try {
            out.put(ready);
            ready.clear();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppedException(e);
        }
    }

    private final class Told implements Session.Telling {
        @Override
        public void tell(LinkState state, String detail) {
            PbxLink.this.tell(state, detail);
        }

        @Override
        public void handOver() {
            PbxLink.this.handOver();
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
