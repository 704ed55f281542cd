package org.ringdesk.payments.gateway;

import java.util.Optional;

/**
 * A payment provider. Called outside of transactions; an implementation has its own time limit of some seconds and gives
 * {@link Answer.Unknown} when it is over.
 */
public interface Gateway {

    /** The card behind a token; empty when there is none. @throws RuntimeException when nobody can tell now */
    Optional<Card> card(String token);

    /** False for one that plays with test cards. */
    boolean movesMoney();

    /** Authorizes once per key; the same charge again gives the first answer. */
    Answer authorize(Charge charge);

    /** What became of the charge with its key. NeverSent may then be sent again under the same key, and only under that. */
    Answer status(Charge charge);

    /**
     * Gives an authorization back, once per key: Approved when it is or was given back, NeverSent when there is none.
     *
     * @param reference the gateway's own name of it, as {@link Answer.Approved} gave it
     */
    Answer cancel(Charge charge, String reference);

    /** Takes part of an authorization or all of it, once per key; the same again gives the first answer. */
    Answer capture(Take take);

    /** Gives back part or all of what was taken, once per key; the same again gives the first answer. */
    Answer refund(Take take);
}
