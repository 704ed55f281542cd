package org.ringdesk.shared;

/** The roles that open front doors. A user has one or more of the first three; the rest are the system's own. */
public final class Role {
    public static final String AGENT = "agent";
    public static final String SUPERVISOR = "supervisor";
    public static final String ADMIN = "admin";

    /** Runs the beans that take telephony events. */
    public static final String TELEPHONY = "telephony";

    /** Runs timers and start-up work. */
    public static final String SYSTEM = "system";

    private Role() {}
}
