package org.ringdesk.pricing;

/** What a margin is to the seller. */
public enum MarginLevel {
    /** Nobody knows what it costs us. */
    UNKNOWN,
    ACCEPTABLE,
    /** Sold with a warning. */
    QUESTIONABLE,
    /** Not sold so. */
    UNACCEPTABLE
}
