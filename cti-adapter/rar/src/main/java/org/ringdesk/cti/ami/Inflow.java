package org.ringdesk.cti.ami;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.ringdesk.cti.wire.AmiMessage;

/**
 * Messages between the thread that reads and the one that reduces: bounded, and never slow on the reader's side. What one
 * read brought is passed on together. When it is full the connection has to go, for a gap that is known is better than one
 * that is not.
 */
final class Inflow implements AmiWire.Inbox {
    static final int MOST = 20_000;
    /** The bulk of what a PBX says, of which the model uses nothing. */
    private static final Set<String> NOISE = Set.of(
            "VarSet",
            "Newexten",
            "RTCPReceived",
            "RTCPSent",
            "TestEvent",
            "DeviceStateChange",
            "ExtensionStatus",
            "MusicOnHoldStart",
            "MusicOnHoldStop",
            "DTMFBegin",
            "DTMFEnd");

    private final BlockingQueue<List<AmiMessage>> waiting = new LinkedBlockingQueue<>();
    private final AtomicInteger size = new AtomicInteger();
    /** The reader's own. */
    private List<AmiMessage> fresh = new ArrayList<>();

    private final Load load;
    private volatile @Nullable String closed;
    private volatile boolean overflown;

    Inflow(Load load) {
        this.load = load;
    }

    @Override
    public void received(AmiMessage message) {
        boolean noise = NOISE.contains(message.name());
        int waits = noise ? size.get() : size.incrementAndGet();
        load.came(1, waits);
        if (noise) {
            return;
        }
        if (waits > MOST) {
            size.decrementAndGet();
            overflown = true;
        } else {
            fresh.add(message);
        }
    }

    @Override
    public void readAll() {
        if (!fresh.isEmpty()) {
            waiting.add(fresh);
            fresh = new ArrayList<>();
        }
    }

    @Override
    public void closed(String why) {
        readAll();
        if (closed == null) {
            closed = why;
        }
    }

    /** The messages that came together, none when none comes in time. */
    List<AmiMessage> next(Duration patience) throws InterruptedException {
        List<AmiMessage> together = waiting.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
        if (together == null) {
            return List.of();
        }
        size.addAndGet(-together.size());
        return together;
    }

    /** Why no more will come, or null; what came before a loss is taken first. */
    @Nullable
    String ended() {
        return overflown || size.get() == 0 ? loss() : null;
    }

    /** Why the connection is lost, whatever is still to be taken; null while it is not. */
    @Nullable
    String loss() {
        return overflown ? "more messages than could be taken" : closed;
    }

    boolean overflown() {
        return overflown;
    }

    int backlog() {
        return size.get();
    }
}
