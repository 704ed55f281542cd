package org.ringdesk.cti.ami;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.ringdesk.cti.queuelog.MissedCalls;

/**
 * The time in which the link was away. Calls that lived wholly inside it are told from the PBX's queue log, where an admin
 * has given us access to it; after a start of ours it is as long as a restart may take.
 */
final class Gap {
    private static final Logger LOG = Logger.getLogger(Gap.class.getName());
    private static final Duration RESTART = Duration.ofMinutes(15);

    private final @Nullable MissedCalls missed;
    private Instant since;

    /** @param missed null without a queue log */
    Gap(@Nullable MissedCalls missed, Instant now) {
        this.missed = missed;
        this.since = now.minus(RESTART);
    }

    /** A queue log knows whole seconds only. */
    void begins(Instant at) {
        since = at.truncatedTo(ChronoUnit.SECONDS);
    }

    /** Tells what was missed, before what there is now is told. A log that cannot be read is a warning: calls go on. */
    void tell(Predicate<String> known, Map<String, String> members) {
        if (missed == null) {
            return;
        }
        try {
            int calls = missed.tell(since, known, members);
            if (calls > 0) {
                LOG.log(Level.INFO, "{0} calls since {1} were told from the queue log", new Object[] {calls, since});
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The queue log cannot be read", e);
        }
    }
}
