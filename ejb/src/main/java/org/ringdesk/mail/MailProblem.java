package org.ringdesk.mail;

/** Why a mail is not sent yet, or given up. */
public enum MailProblem {
    /** It could not be written; the server's log has the cause. */
    NOT_WRITTEN,
    /** The mail server was not reached, or the line was lost. */
    NO_CONNECTION,
    /** The mail server does not let us in. */
    LOG_IN,
    /** The mail server refused it, maybe for now. */
    REFUSED,
    /** The mail server does not know the address. */
    ADDRESS_REFUSED,
    /** It waited so long for a mail server that it would puzzle. */
    TOO_OLD,
    /** The channel has no profile any more. */
    NO_PROFILE
}
