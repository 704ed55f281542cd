package org.ringdesk.cti.ami;

import java.time.Duration;

/**
 * How patient we are with a PBX.
 *
 * @param ping how often a quiet link is asked for a sign of life
 * @param silence after how long without a word a connection is taken for half open; well above {@code ping}
 * @param answer how long an action may take
 * @param check how often it is compared whether both sides know the same channels
 */
public record Timing(Duration ping, Duration silence, Duration answer, Duration check) {
    /** Finds a half-open link within ten seconds. */
    public static final Timing STANDARD =
            new Timing(Duration.ofSeconds(3), Duration.ofSeconds(8), Duration.ofSeconds(3), Duration.ofSeconds(45));
}
