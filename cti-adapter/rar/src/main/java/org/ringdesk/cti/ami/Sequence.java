package org.ringdesk.cti.ami;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Numbers that rise, across restarts and from one server to the next: the microsecond by the clock, or one more than the last
 * where the clock has not moved on. A clock that is behind another server's is made up for by {@link #startAbove}.
 */
public final class Sequence {
    private final Clock clock;
    private final AtomicLong last = new AtomicLong();

    public Sequence(Clock clock) {
        this.clock = clock;
    }

    /** From now on numbers are above this one, which another server may have given out. */
    public void startAbove(long known) {
        last.accumulateAndGet(known, Math::max);
    }

    public long next() {
        Instant now = clock.instant();
        long micros = now.getEpochSecond() * 1_000_000 + now.getNano() / 1000;
        return last.updateAndGet(before -> Math.max(before + 1, micros));
    }
}
