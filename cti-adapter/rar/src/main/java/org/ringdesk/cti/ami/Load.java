package org.ringdesk.cti.ami;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** How much came through a queue so far, and how much waited in it at most. For any thread. */
public final class Load {
    private final AtomicLong total = new AtomicLong();
    private final AtomicInteger most = new AtomicInteger();

    /** @param waiting how many wait now, with these */
    public void came(int some, int waiting) {
        total.addAndGet(some);
        most.accumulateAndGet(waiting, Math::max);
    }

    public long total() {
        return total.get();
    }

    public int most() {
        return most.get();
    }
}
