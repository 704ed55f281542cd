package org.ringdesk.payments.gateway;

/**
 * A payment provider. Called outside of transactions; an implementation has its own time limit of some seconds and gives
 * {@link Answer.Unknown} when it is over.
 */
public interface Gateway {

    /** Authorizes once per key; the same charge again gives the first answer. */
    Answer authorize(Charge charge);

    /** What became of the charge with that key. */
    Answer status(String key);

    /** Gives an authorization back, once per key: Approved when it is or was given back, NeverSent when there is none. */
    Answer cancel(String key);
}
