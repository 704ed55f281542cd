package org.ringdesk.webhooks;

/** Why a receiver did not get what it was sent. */
public enum WebhookProblem {
    /** It was not reached, or the line was lost. */
    NO_CONNECTION,
    /** It did not answer in time. */
    TIMEOUT,
    /** It answered with another status than 2xx. */
    STATUS,
    /** It is at an address where we do not send. */
    ADDRESS
}
