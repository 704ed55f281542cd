package org.ringdesk.orders;

import java.io.Serializable;
import java.util.List;

/**
 * All there is to know of a placed order.
 *
 * @param events the latest first, 500 at most
 */
public record OrderSheet(
        OrderView order, List<ShipmentView> shipments, List<InvoiceView> invoices, List<EventView> events)
        implements Serializable {}
