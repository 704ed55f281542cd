package org.ringdesk.cti.ami;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** Numbers that rise, across restarts too: they begin at the microsecond of the start and no PBX says a million things a second. */
public final class Sequence {
    private final AtomicLong last;

    public Sequence(Clock clock) {
        Instant now = clock.instant();
        last = new AtomicLong(now.getEpochSecond() * 1_000_000 + now.getNano() / 1000);
    }

    public long next() {
        return last.incrementAndGet();
    }
}
