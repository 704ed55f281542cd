package org.ringdesk.orders;

import java.io.Serializable;
import java.time.Instant;
import org.ringdesk.shared.Money;

/** That pieces that left were invoiced. */
public record InvoiceView(String number, Money amount, Instant at) implements Serializable {}
