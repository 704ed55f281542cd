package org.ringdesk.calls;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a customer's calls.
 *
 * @param outbound whether we called
 * @param agent by the name the colleagues know; null where nobody took it
 * @param note what was written down during the call
 * @param wrapUps what was noted after it, by each agent who talked, in that order
 */
public record CallSummary(
        CallState state,
        boolean outbound,
        Instant startedAt,
        @Nullable Instant answeredAt,
        @Nullable Instant endedAt,
        @Nullable String queue,
        @Nullable String agent,
        @Nullable String note,
        List<WrapUp> wrapUps)
        implements Serializable {

    /** @param outcome the code in words; null where none was chosen */
    public record WrapUp(@Nullable String outcome, @Nullable String note) implements Serializable {}
}
