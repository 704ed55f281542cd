package org.ringdesk.agents;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An agent's state now.
 *
 * @param endpoint the phone where the agent sits, e.g. {@code PJSIP/1001}; null when signed out
 * @param pbx the name of the PBX that this is a phone of; null when signed out
 * @param reason of a pause, or null
 * @param next what the agent will be when the call and the work after it are over; null when nothing is up
 * @param nextReason of the pause that comes, or null
 * @param afterCall the work after the present or the last call, or null
 * @param version rises with every change: a screen keeps the highest it has seen
 */
public record AgentView(
        String login,
        String displayName,
        @Nullable String endpoint,
        @Nullable String pbx,
        AgentState state,
        @Nullable PauseReason reason,
        @Nullable AgentState next,
        @Nullable PauseReason nextReason,
        @Nullable AfterCallView afterCall,
        @Nullable Notice notice,
        Instant since,
        long version)
        implements Serializable {}
