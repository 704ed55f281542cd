package org.ringdesk.cti.ami;

/** The PBX knows us and does not want us, or we do not want what it grants: trying again would change nothing. */
public final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
        super(message);
    }
}
