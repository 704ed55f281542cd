package org.ringdesk.administration;

/** What comes after a call of a queue. */
public enum AfterCallMode {
    /** The next call may come at once. */
    NONE,
    /** The agent may take time, within a limit. */
    OPTIONAL,
    /** The agent has time after every call, until done or until the limit. */
    REQUIRED,
    /** The agent has exactly that time after every call. */
    FIXED;

    /** Whether it begins by itself. */
    public boolean always() {
        return this == REQUIRED || this == FIXED;
    }
}
