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

/** A container's side of deliveries that fails when it is told to. */
final class RecordingEndpoints implements MessageEndpointFactory {
    private final List<Long> offered = new ArrayList<>();
    private final List<Long> taken = new ArrayList<>();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger unpaired = new AtomicInteger();
    private long failOn;
    private int failures;
    private Throwable failure = new IllegalStateException();
    private int failingCommits;
    private int unavailable;
    private UnavailableException why = new UnavailableException();

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

    synchronized List<Long> offered() {
        return List.copyOf(offered);
    }

    synchronized List<Long> taken() {
        return List.copyOf(taken);
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
        public void onEvent(CtiEvent event) {
            synchronized (RecordingEndpoints.this) {
                offered.add(event.seq());
                if (event.seq() == failOn && failures-- > 0) {
                    if (failure instanceof Error error) {
                        throw error;
                    }
                    throw (RuntimeException) failure;
                }
                taken.add(event.seq());
            }
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
