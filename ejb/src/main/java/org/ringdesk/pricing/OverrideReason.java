package org.ringdesk.pricing;

import java.io.Serializable;

/**
 * Why a price is changed by hand.
 *
 * @param label in the channel's language
 */
public record OverrideReason(String code, String label) implements Serializable {}
