package org.ringdesk.agents;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An agent's state now.
 *
 * @param reason of a pause: LUNCH, BREAK, MEETING, TRAINING, MISSED, or null
 */
public record AgentView(
        String login,
        String displayName,
        @Nullable String endpoint,
        AgentState state,
        @Nullable String reason,
        Instant since)
        implements Serializable {}
