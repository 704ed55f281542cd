package org.ringdesk.administration;

import java.io.Serializable;

/**
 * A way in which a channel's customers get their goods.
 *
 * @param name in the channel's language
 * @param needsAddress false where they come for them
 */
public record DeliveryMode(String code, String name, boolean needsAddress) implements Serializable {}
