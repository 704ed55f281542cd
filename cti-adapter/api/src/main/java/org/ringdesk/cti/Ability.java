package org.ringdesk.cti;

/**
 * What a PBX lets us do only by a second log-in of its own, and therefore not everywhere. Everything else that
 * {@link CtiConnection} offers is always there.
 */
public enum Ability {
    /** A ringing desk phone picks up without being touched. */
    ANSWER,
    /** A desk phone puts its call on hold and takes it back. */
    HOLD,
    /** A channel is not heard by the others. */
    MUTE
}
