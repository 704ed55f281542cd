package org.ringdesk.administration;

import java.io.Serializable;

/**
 * A way in which a channel's customers get their goods.
 *
 * @param name in the channel's language
 * @param needsAddress false where they come for them
 * @param days working days from the shelf to the customer
 */
public record DeliveryMode(String code, String name, boolean needsAddress, int days) implements Serializable {}
