package org.ringdesk.payments.gateway;

/** What a gateway said, or that nobody knows. */
public sealed interface Answer {

    /** @param reference the gateway's own name of what it did */
    record Approved(String reference) implements Answer {}

    /** @param reason the gateway's word for it */
    record Declined(String reason) implements Answer {}

    /** The gateway certainly has not seen it. */
    record NeverSent(String reason) implements Answer {}

    /** It may or may not have happened: ask for its status, never send it again under another key. */
    record Unknown(String reason) implements Answer {}
}
