package org.ringdesk.pricing;

import java.io.Serializable;
import org.ringdesk.shared.Money;

/**
 * What may be charged by hand.
 *
 * @param label in the channel's language
 * @param most the highest amount
 */
public record ChargeCode(String code, String label, String taxClass, Money most) implements Serializable {}
