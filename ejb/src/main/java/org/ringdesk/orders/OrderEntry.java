package org.ringdesk.orders;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.ChannelCode;
import org.ringdesk.catalog.ProductNumber;
import org.ringdesk.cti.CallId;
import org.ringdesk.customers.CustomerNumber;
import org.ringdesk.shared.Role;

/**
 * Takes an order line by line. Every command saves at once. Commands that carry a version are refused with
 * {@code order.changed} (who, what, when) when someone else changed the order after it. Agents work in the channels that
 * list them and on orders of those channels; other orders do not exist for them ({@code order.unknown}).
 */
@Stateless
@RolesAllowed(Role.AGENT)
public class OrderEntry {

    /**
     * The caller's open draft for the customer and call if there is one, else a new one.
     *
     * @throws org.ringdesk.shared.Refusal {@code channel.denied}, {@code customer.unknown}
     */
    public OrderView start(ChannelCode channel, CustomerNumber customer, @Nullable CallId call) {
        throw new UnsupportedOperationException();
    }

    public OrderView get(OrderNumber number) {
        throw new UnsupportedOperationException();
    }

    /**
     * Adds to the line that has the product, or a new one.
     *
     * @param quantity 1 to 9999, else {@code order.quantity.range}
     */
    public OrderView add(OrderNumber number, long version, ProductNumber product, int quantity) {
        throw new UnsupportedOperationException();
    }

    public OrderView changeQuantity(OrderNumber number, long version, int position, int quantity) {
        throw new UnsupportedOperationException();
    }

    public OrderView remove(OrderNumber number, long version, int position) {
        throw new UnsupportedOperationException();
    }

    /** Gives a draft up; it stays in the history as cancelled. */
    public void discard(OrderNumber number, long version) {
        throw new UnsupportedOperationException();
    }

    /** The caller's own drafts, the latest first. */
    public List<OrderSummary> drafts() {
        throw new UnsupportedOperationException();
    }
}
