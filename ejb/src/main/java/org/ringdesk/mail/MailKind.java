package org.ringdesk.mail;

/** What customers are written about. All of it concerns an order of theirs, so none of it needs a consent to advertising. */
public enum MailKind {
    PLACED,
    /** Placed again, or a line of it given up. */
    CHANGED,
    SHIPPED,
    CANCELLED,
    /** Money was given back. */
    REFUNDED
}
