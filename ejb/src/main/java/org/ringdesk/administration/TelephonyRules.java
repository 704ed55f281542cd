package org.ringdesk.administration;

import java.io.Serializable;
import java.time.Duration;

/**
 * Rules for all agents.
 *
 * @param grace how long a browser may be gone before its agent is signed out of the phone, 60 s to 1 h
 * @param version to save with
 */
public record TelephonyRules(Duration grace, MissedCallRule missedCall, long version) implements Serializable {
    public static final Duration SHORTEST_GRACE = Duration.ofSeconds(60);
    public static final Duration LONGEST_GRACE = Duration.ofHours(1);
}
