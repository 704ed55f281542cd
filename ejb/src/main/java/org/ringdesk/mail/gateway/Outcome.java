package org.ringdesk.mail.gateway;

import org.ringdesk.mail.MailProblem;

/** What became of an attempt to send. */
public sealed interface Outcome {
    /** The mail server has it; what becomes of it there we do not learn. */
    record Sent() implements Outcome {}

    /**
     * @param detail what the mail server said, or empty; never a log-in
     * @param forGood whether it will never be taken
     */
    record Failed(MailProblem problem, String detail, boolean forGood) implements Outcome {}
}
