package org.ringdesk.administration;

/** Whether a key opens anything. */
public enum ApiKeyState {
    ACTIVE,
    /** Its end has come. */
    ENDED,
    REVOKED
}
