package org.ringdesk.cti.call;

/** A message lacks what its kind must have; it is counted and skipped. */
final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    Malformed(String message) {
        super(message, null, false, false);
    }
}
