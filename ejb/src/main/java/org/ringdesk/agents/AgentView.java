package org.ringdesk.agents;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An agent's state now.
 *
 * @param reason of a pause, or null
 * @param version rises with every change: a screen keeps the highest it has seen
 */
public record AgentView(
        String login,
        String displayName,
        @Nullable String endpoint,
        AgentState state,
        @Nullable PauseReason reason,
        Instant since,
        long version)
        implements Serializable {}
