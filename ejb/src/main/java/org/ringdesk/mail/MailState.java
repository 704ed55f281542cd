package org.ringdesk.mail;

/** Where a mail stands. */
public enum MailState {
    /** To be written, to be sent, or to be tried again. */
    QUEUED,
    SENT,
    /** Given up. */
    FAILED,
    /** The customer has no e-mail address. */
    NO_ADDRESS
}
