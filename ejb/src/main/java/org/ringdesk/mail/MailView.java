package org.ringdesk.mail;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ringdesk.orders.OrderNumber;

/**
 * A mail to a customer about an order.
 *
 * @param address with only its first letter and its domain readable; empty before it is known
 * @param subject empty before it is written
 * @param dueAt when it is tried next, or null
 * @param problem of the last attempt, or null
 * @param detail what the mail server said to it, or empty
 */
public record MailView(
        long id,
        OrderNumber order,
        MailKind kind,
        MailState state,
        String address,
        String subject,
        Instant queuedAt,
        @Nullable Instant dueAt,
        @Nullable Instant sentAt,
        int attempts,
        @Nullable MailProblem problem,
        String detail)
        implements Serializable {

    /** Whether it can be sent once more by hand. */
    public boolean isOver() {
        return state != MailState.QUEUED;
    }

    /** When what its state says came about. */
    public Instant at() {
        return sentAt != null && state == MailState.SENT ? sentAt : queuedAt;
    }
}
