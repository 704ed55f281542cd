package org.ringdesk.orders;

import java.io.Serializable;

/**
 * Why an order is held.
 *
 * @param label in the channel's language
 * @param reasonNeeded whether somebody who holds so must say more
 * @param releasesStock whether others may have the goods of a placed order meanwhile
 */
public record HoldCode(String code, String label, boolean reasonNeeded, boolean releasesStock)
        implements Serializable {}
