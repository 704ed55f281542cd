package org.ringdesk.orders;

import org.ringdesk.shared.Money;

/**
 * Less of an order will come than was placed. Fired in the transaction.
 *
 * @param order its id
 * @param due what is still wanted for it altogether, what was invoiced already included
 */
public record OrderReduced(long order, Money due) {}
