package org.ringdesk.web.push;

import java.io.Serializable;

/** A frame and whose open pages it is for; the same on every server. {@code login} is empty where it is for everyone. */
record Posting(To to, String login, String frame) implements Serializable {
    /** Whose pages. */
    enum To {
        DESK,
        DESK_AND_FLOOR,
        DESKS_AND_FLOOR
    }

    static Posting toDesk(String login, String frame) {
        return new Posting(To.DESK, login, frame);
    }

    static Posting toDeskAndFloor(String login, String frame) {
        return new Posting(To.DESK_AND_FLOOR, login, frame);
    }

    static Posting toEveryone(String frame) {
        return new Posting(To.DESKS_AND_FLOOR, "", frame);
    }
}
