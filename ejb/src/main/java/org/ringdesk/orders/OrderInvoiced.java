package org.ringdesk.orders;

import org.ringdesk.shared.Money;

/**
 * Something of an order that left was invoiced: now its money may be taken. Fired in the transaction.
 *
 * @param order its id
 * @param amount what the invoice comes to
 */
public record OrderInvoiced(long order, String invoice, Money amount) {}
