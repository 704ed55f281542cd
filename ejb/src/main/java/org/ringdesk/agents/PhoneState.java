package org.ringdesk.agents;

/** What an agent's phone does, as the telephone system tells it. */
public enum PhoneState {
    IDLE,
    RINGING,
    TALKING
}
