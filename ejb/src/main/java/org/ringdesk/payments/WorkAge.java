package org.ringdesk.payments;

import java.time.Duration;

/** How long something waits at least. */
public enum WorkAge {
    ANY(Duration.ZERO),
    HOUR(Duration.ofHours(1)),
    DAY(Duration.ofDays(1)),
    WEEK(Duration.ofDays(7));

    private final Duration least;

    WorkAge(Duration least) {
        this.least = least;
    }

    Duration least() {
        return least;
    }
}
