package org.ringdesk.orders;

import java.io.Serializable;

/**
 * Why an order is held.
 *
 * @param label in the channel's language
 * @param reasonNeeded whether somebody who holds so must say more
 */
public record HoldCode(String code, String label, boolean reasonNeeded) implements Serializable {}
