package org.ringdesk.cti.ra;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.ringdesk.cti.CtiEvent;
import org.ringdesk.cti.CtiListener;
import org.ringdesk.cti.PbxId;
import org.ringdesk.cti.ami.Load;
import org.ringdesk.cti.ami.PbxLink;

/**
 * Events on their way to one endpoint: in order, each until it was taken. Those that wait together are given together, in
 * one transaction; when that fails they are given one by one, each again after a growing pause until it is taken. Whoever
 * brings more than {@link #MOST} meanwhile has to wait.
 */
final class Deliveries implements PbxLink.Outflow, Runnable {
    /** Some 50 MB at worst: a minute of a busy PBX. */
    static final int MOST = 100_000;
    /** In one transaction: enough to catch up quickly, few enough to be taken in a moment. */
    static final int AT_ONCE = 100;

    private static final Logger LOG = Logger.getLogger(Deliveries.class.getName());
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Method ON_EVENTS = method("onEvents", List.class);
    private static final Method LAST_TAKEN = method("lastTaken", PbxId.class);

    private final MessageEndpointFactory endpoints;
    private final Semaphore room = new Semaphore(MOST);
    private final BlockingQueue<List<CtiEvent>> waiting = new LinkedBlockingQueue<>();
    private final Load load = new Load();
    private final CountDownLatch stopped = new CountDownLatch(1);

    Deliveries(MessageEndpointFactory endpoints) {
        this.endpoints = endpoints;
    }

    private static Method method(String name, Class<?> parameter) {
        try {
            return CtiListener.class.getMethod(name, parameter);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void put(List<CtiEvent> events) throws InterruptedException {
        for (int from = 0; from < events.size(); from += AT_ONCE) {
            List<CtiEvent> some = List.copyOf(events.subList(from, Math.min(from + AT_ONCE, events.size())));
            while (!room.tryAcquire(some.size(), 200, TimeUnit.MILLISECONDS)) {
                if (stopped.getCount() == 0) {
                    throw new InterruptedException("the endpoint is gone");
                }
            }
            load.came(some.size(), backlog());
            waiting.add(some);
        }
    }

    Load load() {
        return load;
    }

    /** Events that were brought and not yet taken. */
    int backlog() {
        return MOST - room.availablePermits();
    }

    void stop() {
        stopped.countDown();
    }

    @Override
    public void run() {
        try {
            while (stopped.getCount() > 0) {
                List<CtiEvent> events = next();
                if (!events.isEmpty()) {
                    untilTaken(events);
                    room.release(events.size());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<CtiEvent> next() throws InterruptedException {
        List<CtiEvent> events = new ArrayList<>();
        List<CtiEvent> some = waiting.poll(200, TimeUnit.MILLISECONDS);
        while (some != null) {
            events.addAll(some);
            List<CtiEvent> more = waiting.peek();
            some = more == null || events.size() + more.size() > AT_ONCE ? null : waiting.poll();
        }
        return events;
    }

    private void untilTaken(List<CtiEvent> events) throws InterruptedException {
        if (events.size() == 1) {
            untilTaken(events.get(0));
            return;
        }
        Throwable failure = deliver(ON_EVENTS, listener -> listener.onEvents(events));
        if (failure != null) {
            LOG.log(Level.WARNING, events.size() + " events were not taken together and come one by one", failure);
            for (CtiEvent event : events) {
                untilTaken(event);
            }
        }
    }

    private void untilTaken(CtiEvent event) throws InterruptedException {
        untilDone(event, ON_EVENTS, listener -> listener.onEvents(List.of(event)));
    }

    /** What the listener took last, from whichever server; asks until it is answered. */
    long lastTaken(PbxId pbx) throws InterruptedException {
        AtomicLong answer = new AtomicLong();
        if (!untilDone("the question for the last event", LAST_TAKEN, l -> answer.set(l.lastTaken(pbx)))) {
            throw new InterruptedException("the endpoint is gone");
        }
        return answer.get();
    }

    /** @return false when we were stopped before */
    private boolean untilDone(Object what, Method method, Consumer<CtiListener> delivery) throws InterruptedException {
        Duration pause = FIRST_PAUSE;
        while (stopped.getCount() > 0) {
            Throwable failure = deliver(method, delivery);
            if (failure == null) {
                return true;
            }
            LOG.log(Level.WARNING, "An event was not taken and comes again: " + what, failure);
            if (stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                return false;
            }
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
        return false;
    }

    /** Null when the listener took them and its transaction, if any, was committed. */
    private @Nullable Throwable deliver(Method method, Consumer<CtiListener> delivery) {
        MessageEndpoint endpoint;
        try {
            endpoint = endpoints.createEndpoint(null);
        } catch (ResourceException | RuntimeException e) {
            return e;
        }
        try {
            return within(endpoint, method, delivery);
        } finally {
            endpoint.release();
        }
    }

    private static @Nullable Throwable within(MessageEndpoint endpoint, Method method, Consumer<CtiListener> delivery) {
        Throwable failure = null;
        try {
            endpoint.beforeDelivery(method);
        } catch (NoSuchMethodException | ResourceException | RuntimeException e) {
            return e;
        }
        try {
            delivery.accept((CtiListener) endpoint);
        } catch (RuntimeException | Error e) {
            failure = e;
        }
        try {
            endpoint.afterDelivery();
        } catch (ResourceException | RuntimeException e) {
            failure = failure == null ? e : failure;
        }
        return failure;
    }
}
