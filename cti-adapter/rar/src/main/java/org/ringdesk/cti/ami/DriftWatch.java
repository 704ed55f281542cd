package org.ringdesk.cti.ami;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ringdesk.cti.call.CallModel;
import org.ringdesk.cti.wire.AmiMessage;

/**
 * Asks the PBX now and then which channels it has. One that only one side knows twice in a row is drift: a message was
 * lost on the way or not understood.
 */
final class DriftWatch {
    private final Clock clock;
    private final Duration every;
    private Instant next;
    private @Nullable Snapshot asked;
    private Set<String> suspects = Set.of();

    DriftWatch(Clock clock, Duration every) {
        this.clock = clock;
        this.every = every;
        this.next = clock.instant().plus(every);
    }

    void tick(AmiConnection connection, long number) throws IOException {
        if (!clock.instant().isBefore(next)) {
            next = clock.instant().plus(every);
            asked = Snapshot.light(number, connection);
        }
    }

    boolean takes(AmiMessage message) {
        return asked != null && asked.takes(message);
    }

    /** Unique ids of which only one side has known for two rounds; empty most of the time. */
    Set<String> drift(CallModel model) {
        if (asked == null || !asked.complete()) {
            return Set.of();
        }
        Set<String> theirs = asked.channels();
        Set<String> ours = model.channels();
        asked = null;
        Set<String> different = new TreeSet<>(theirs);
        different.removeAll(ours);
        for (String one : ours) {
            if (!theirs.contains(one)) {
                different.add(one);
            }
        }
        Set<String> again = new TreeSet<>(different);
        again.retainAll(suspects);
        suspects = different;
        return again;
    }
}
