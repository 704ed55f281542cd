package org.ringdesk.cti;

/** Where a call may be sent. */
public sealed interface Destination {

    /**
     * An extension or an outside number.
     *
     * @param digits 2 to 20 digits, with a leading + or not; a dialplan pattern decides what is allowed
     */
    record Number(String digits) implements Destination {}

    /**
     * A queue, where the call waits anew.
     *
     * @param name as the PBX knows it
     */
    record Queue(String name) implements Destination {}
}
