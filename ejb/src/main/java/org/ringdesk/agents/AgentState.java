package org.ringdesk.agents;

/** What an agent is doing, derived from what they asked for and what their phone does; in the order of precedence. */
public enum AgentState {
    ON_CALL,
    RINGING,
    AFTER_CALL,
    PAUSED,
    READY,
    /** Would be ready, but the phone is not there. */
    UNREACHABLE,
    SIGNED_OUT
}
