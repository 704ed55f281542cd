package org.ringdesk.agents;

import java.util.Arrays;
import java.util.List;

/** Why an agent takes no calls. */
public enum PauseReason {
    BREAK,
    LUNCH,
    MEETING,
    TRAINING,
    OFFICE_WORK,
    /** Set by the system: the phone rang and nobody answered. */
    MISSED_CALL;

    /** Those that an agent may give. */
    public static List<PauseReason> chosen() {
        return Arrays.stream(values()).filter(r -> r != MISSED_CALL).toList();
    }
}
