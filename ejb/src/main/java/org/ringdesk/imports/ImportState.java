package org.ringdesk.imports;

/** How far a file is. */
public enum ImportState {
    /** Read for what is wrong; also again, when rows became bad since. */
    CHECKING,
    /** Waits for a decision. */
    CHECKED,
    IMPORTING,
    DONE,
    /** Given up after several failures; what was imported by then stays. */
    FAILED,
    DISCARDED;

    /** Whether the server works on it by itself. */
    public boolean isAtWork() {
        return this == CHECKING || this == IMPORTING;
    }
}
