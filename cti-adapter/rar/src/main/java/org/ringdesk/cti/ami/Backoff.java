package org.ringdesk.cti.ami;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Growing pauses with jitter, so that many nodes do not knock at a PBX that comes back all at once. */
final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private final RandomGenerator random;
    private Duration next = FIRST;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /** Between half and all of the next pause. */
    Duration pause() {
        long millis = next.toMillis();
        next = next.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : next.multipliedBy(2);
        return Duration.ofMillis(millis / 2 + random.nextLong(millis / 2 + 1));
    }

    void reset() {
        next = FIRST;
    }
}
