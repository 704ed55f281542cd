package org.ringdesk.cti.ami;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.ringdesk.cti.wire.AmiMessage;

/**
 * Messages between the thread that reads and the one that reduces: bounded, and never slow on the reader's side. When it
 * is full the connection has to go, for a gap that is known is better than one that is not.
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

    private final BlockingQueue<AmiMessage> waiting = new ArrayBlockingQueue<>(MOST);
    private volatile @Nullable String closed;
    private volatile boolean overflown;

    @Override
    public void received(AmiMessage message) {
        if (!NOISE.contains(message.name()) && !waiting.offer(message)) {
            overflown = true;
        }
    }

    @Override
    public void closed(String why) {
        if (closed == null) {
            closed = why;
        }
    }

    @Nullable
    AmiMessage next(Duration patience) throws InterruptedException {
        return waiting.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Why no more will come, or null. */
    @Nullable
    String ended() {
        return overflown ? "more messages than could be taken" : closed;
    }

    boolean overflown() {
        return overflown;
    }

    int backlog() {
        return waiting.size();
    }
}
