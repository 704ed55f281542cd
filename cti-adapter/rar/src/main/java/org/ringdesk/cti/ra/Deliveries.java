package org.ringdesk.cti.ra;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.ringdesk.cti.CtiEvent;
import org.ringdesk.cti.CtiListener;
import org.ringdesk.cti.ami.PbxLink;

/**
 * Events on their way to one endpoint: in order, each until it was taken. A listener that fails gets the same event again
 * after a growing pause; whoever brings more than {@link #MOST} meanwhile has to wait.
 */
final class Deliveries implements PbxLink.Outflow, Runnable {
    /** Some 50 MB at worst: a minute of a busy PBX. */
    static final int MOST = 100_000;

    private static final Logger LOG = Logger.getLogger(Deliveries.class.getName());
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Method ON_EVENT = onEvent();

    private final MessageEndpointFactory endpoints;
    private final BlockingQueue<CtiEvent> waiting = new LinkedBlockingQueue<>(MOST);
    private final CountDownLatch stopped = new CountDownLatch(1);

    Deliveries(MessageEndpointFactory endpoints) {
        this.endpoints = endpoints;
    }

    private static Method onEvent() {
        try {
            return CtiListener.class.getMethod("onEvent", CtiEvent.class);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void put(CtiEvent event) throws InterruptedException {
        while (!waiting.offer(event, 200, TimeUnit.MILLISECONDS)) {
            if (stopped.getCount() == 0) {
                throw new InterruptedException("the endpoint is gone");
            }
        }
    }

    int backlog() {
        return waiting.size();
    }

    void stop() {
        stopped.countDown();
    }

    @Override
    public void run() {
        try {
            while (stopped.getCount() > 0) {
                CtiEvent event = waiting.poll(200, TimeUnit.MILLISECONDS);
                if (event != null) {
                    untilTaken(event);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void untilTaken(CtiEvent event) throws InterruptedException {
        Duration pause = FIRST_PAUSE;
        while (stopped.getCount() > 0) {
            Throwable failure = deliver(event);
            if (failure == null) {
                return;
            }
            LOG.log(Level.WARNING, "An event was not taken and comes again: " + event, failure);
            if (stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
    }

    /** Null when the listener took it and its transaction, if any, was committed. */
    private @Nullable Throwable deliver(CtiEvent event) {
        MessageEndpoint endpoint;
        try {
            endpoint = endpoints.createEndpoint(null);
        } catch (ResourceException | RuntimeException e) {
            return e;
        }
        try {
            return within(endpoint, event);
        } finally {
            endpoint.release();
        }
    }

    private static @Nullable Throwable within(MessageEndpoint endpoint, CtiEvent event) {
        Throwable failure = null;
        try {
            endpoint.beforeDelivery(ON_EVENT);
        } catch (NoSuchMethodException | ResourceException | RuntimeException e) {
            return e;
        }
        try {
            ((CtiListener) endpoint).onEvent(event);
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
