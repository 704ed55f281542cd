package org.ringdesk.agents;

/** Why an agent takes no calls. */
public enum PauseReason {
    BREAK,
    LUNCH,
    MEETING,
    TRAINING,
    OFFICE_WORK
}
