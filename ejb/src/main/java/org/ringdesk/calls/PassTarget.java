package org.ringdesk.calls;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.ringdesk.agents.AgentState;

/**
 * Somebody a call could be passed on to.
 *
 * @param kind AGENT or QUEUE
 * @param id the login, or the queue's name
 * @param state of an agent, else null
 */
public record PassTarget(
        String kind, String id, String name, @Nullable AgentState state) implements Serializable {}
