package org.ringdesk.orders;

import java.io.Serializable;
import java.util.Set;

/**
 * Why an order is held.
 *
 * @param label in the channel's language
 * @param reasonNeeded whether somebody who holds so must say more
 * @param releasesStock whether others may have the goods of a placed order meanwhile
 */
public record HoldCode(String code, String label, boolean reasonNeeded, boolean releasesStock) implements Serializable {
    /** A check that is not money yet; over by itself. */
    public static final String CHECK = "CHECK";

    /** A check that came back. */
    public static final String BOUNCED = "BOUNCED";

    /** Money that is still to come. */
    public static final String PREPAYMENT = "PREPAYMENT";

    /** What is held so goes on only when it is paid for. */
    static final Set<String> FOR_MONEY = Set.of(BOUNCED, PREPAYMENT);
}
