package org.ringdesk.web.push;

/**
 * A frame and whose open pages it is for; the same on every server.
 *
 * @param login empty where it is for everyone
 * @param order empty where it is not for those who have an order open
 */
record Posting(To to, String login, String order, String frame) implements Told {
    /** Whose pages. */
    enum To {
        DESK,
        /** The user's own, and those that have the order open, whose ever they are. */
        DESK_AND_ORDER,
        DESK_AND_FLOOR,
        DESKS_AND_FLOOR,
        QUEUES
    }

    static Posting toDesk(String login, String frame) {
        return new Posting(To.DESK, login, "", frame);
    }

    static Posting toDeskAndOrder(String login, String order, String frame) {
        return new Posting(To.DESK_AND_ORDER, login, order, frame);
    }

    static Posting toDeskAndFloor(String login, String frame) {
        return new Posting(To.DESK_AND_FLOOR, login, "", frame);
    }

    static Posting toQueues(String frame) {
        return new Posting(To.QUEUES, "", "", frame);
    }

    static Posting toEveryone(String frame) {
        return new Posting(To.DESKS_AND_FLOOR, "", "", frame);
    }
}
