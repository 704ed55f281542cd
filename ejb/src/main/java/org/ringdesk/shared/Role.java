package org.ringdesk.shared;

/** The roles that open front doors. A user has one or more of the first three; the rest are the system's own. */
public final class Role {
    public static final String AGENT = "agent";
    public static final String SUPERVISOR = "supervisor";
    public static final String ADMIN = "admin";

    /** A right some agents have beside their role: to say that two customers are one. */
    public static final String MERGING = "merging";

    /** A right some agents have beside their role: to add charges by hand. */
    public static final String CHARGING = "charging";

    /** A right some agents have beside their role: to clear holds that others may only set. */
    public static final String HOLDS = "holds";

    /** A right some agents have beside their role: to give money back. */
    public static final String REFUNDS = "refunds";

    /** A right some agents have beside their role: to work on what waits in queues, such as declined payments. */
    public static final String WORK_QUEUES = "work-queues";

    /** Reports what became of placed orders: warehouse and invoicing systems. */
    public static final String FULFILMENT = "fulfilment";

    /** Brings products, prices and stock in: merchandise systems. */
    public static final String CATALOG_FEED = "catalog-feed";

    /** Brings customers in: customer systems. */
    public static final String CUSTOMER_FEED = "customer-feed";

    /** Reads orders and what happened to them: warehouse and finance systems. */
    public static final String ORDER_READER = "order-reader";

    /** Runs the beans that take telephony events. */
    public static final String TELEPHONY = "telephony";

    /** Runs timers and start-up work. */
    public static final String SYSTEM = "system";

    private Role() {}
}
