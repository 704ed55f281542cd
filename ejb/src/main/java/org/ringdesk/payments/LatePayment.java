package org.ringdesk.payments;

import java.io.Serializable;
import java.time.Instant;
import org.ringdesk.orders.OrderNumber;
import org.ringdesk.shared.Money;

/** Money that was to be here by then. */
public record LatePayment(OrderNumber order, long payment, Money amount, Instant expectedBy) implements Serializable {}
