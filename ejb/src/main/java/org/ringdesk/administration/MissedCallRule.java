package org.ringdesk.administration;

/** What becomes of a ready agent whose phone rang and was not answered. */
public enum MissedCallRule {
    STAY_READY,
    PAUSE
}
