package org.ringdesk.cti;

/** How far the link to a PBX can be trusted: only what was said while {@link #LIVE} is current. */
public enum LinkState {
    /** No connection, or none yet; it is being tried again with growing, jittered pauses. */
    CONNECTING,
    /** Connected; a snapshot is being taken. */
    SYNCING,
    /** Connected and in step. */
    LIVE,
    /** The PBX refused our log-in or grants it too much; nothing is tried until an admin acts. */
    REFUSED
}
