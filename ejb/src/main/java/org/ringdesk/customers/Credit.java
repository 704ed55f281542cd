package org.ringdesk.customers;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * Whether and how far a customer may buy on account.
 *
 * @param limit of what is open at a time, in the currency of the orders it is compared with
 */
public record Credit(boolean onAccount, BigDecimal limit) implements Serializable {}
