package org.ringdesk.orders;

import java.io.Serializable;
import java.time.Instant;
import org.ringdesk.shared.Money;

/** One row of a customer's history or of an agent's drafts; {@code at} is when it was placed, for others when it changed last. */
public record OrderSummary(
        OrderNumber number, OrderStatus status, Instant at, int lines, Money total, String customerName)
        implements Serializable {}
