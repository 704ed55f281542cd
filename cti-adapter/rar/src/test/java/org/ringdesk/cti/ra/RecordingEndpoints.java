package org.ringdesk.cti.ra;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.UnavailableException;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.transaction.xa.XAResource;
import org.jspecify.annotations.Nullable;
import org.ringdesk.cti.CtiEvent;
import org.ringdesk.cti.CtiListener;
import org.ringdesk.cti.PbxId;

/** A container's side of deliveries that fails when it is told to. */
final class RecordingEndpoints implements MessageEndpointFactory {
    private final List<List<Long>> offered = new ArrayList<>();
    private final List<Long> taken = new ArrayList<>();
    private final List<CtiEvent> all = new ArrayList<>();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger unpaired = new AtomicInteger();
    private boolean stalled;
    private long failOn;
    private int failures;
    private Throwable failure = new IllegalStateException();
    private int failingCommits;
    private int unavailable;
    private UnavailableException why = new UnavailableException();

    /** Whoever gives events waits as long as this is so. */
    synchronized void stall(boolean stalled) {
        this.stalled = stalled;
        notifyAll();
    }

    private synchronized void awaitGoingOn() {
        try {
            while (stalled) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void failOn(long seq, int times, Throwable failure) {
        this.failOn = seq;
        this.failures = times;
        this.failure = failure;
    }

    void failCommits(int times) {
        this.failingCommits = times;
    }

    void unavailable(int times, UnavailableException why) {
        this.unavailable = times;
        this.why = why;
    }

    /** What each delivery brought. */
    synchronized List<List<Long>> offered() {
        return List.copyOf(offered);
    }

    synchronized List<Long> taken() {
        return List.copyOf(taken);
    }

    /** All that was taken. */
    synchronized List<CtiEvent> events() {
        return List.copyOf(all);
    }

    int open() {
        return open.get();
    }

    int unpaired() {
        return unpaired.get();
    }

    @Override
    public MessageEndpoint createEndpoint(@Nullable XAResource resource) throws UnavailableException {
        if (unavailable-- > 0) {
            throw why;
        }
        open.incrementAndGet();
        return new Endpoint();
    }

    @Override
    public MessageEndpoint createEndpoint(@Nullable XAResource resource, long timeout) throws UnavailableException {
        return createEndpoint(resource);
    }

    @Override
    public boolean isDeliveryTransacted(Method method) {
        return true;
    }

    @Override
    public String getActivationName() {
        return "test";
    }

    @Override
    public Class<?> getEndpointClass() {
        return Endpoint.class;
    }

    private final class Endpoint implements MessageEndpoint, CtiListener {
        @Override
        public void beforeDelivery(Method method) {
            unpaired.incrementAndGet();
        }

        @Override
        public void onEvents(List<CtiEvent> events) {
            awaitGoingOn();
            synchronized (RecordingEndpoints.this) {
                List<Long> seqs = events.stream().map(CtiEvent::seq).toList();
                offered.add(seqs);
                if (seqs.contains(failOn) && failures-- > 0) {
                    if (failure instanceof Error error) {
                        throw error;
                    }
                    throw (RuntimeException) failure;
                }
                taken.addAll(seqs);
                all.addAll(events);
            }
        }

        @Override
        public long lastTaken(PbxId pbx) {
            return taken().stream().max(Long::compare).orElse(0L);
        }

        @Override
        public void afterDelivery() throws ResourceException {
            unpaired.decrementAndGet();
            if (failingCommits-- > 0) {
                throw new ResourceException("rolled back");
            }
        }

        @Override
        public void release() {
            open.decrementAndGet();
        }
    }
}
