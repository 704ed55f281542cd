package org.ringdesk.orders;

import org.jspecify.annotations.Nullable;
import org.ringdesk.cti.CallId;

/**
 * An order was begun or moved on; fired in the transaction, meant for observers in it and after its success.
 *
 * @param call the call it is taken in, or null
 */
public record OrderChanged(
        OrderNumber number,
        long version,
        long customerId,
        String agent,
        @Nullable CallId call,
        OrderStatus status) {}
