package org.ringdesk.orders;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringdesk.cti.CallId;

/**
 * An order was begun or moved on; fired in the transaction, meant for observers in it and after its success.
 *
 * @param call the call it is taken in, or null
 * @param by login of who did it, or the name of the system that did
 * @param kinds what happened to it
 */
public record OrderChanged(
        OrderNumber number,
        long version,
        long customerId,
        String agent,
        @Nullable CallId call,
        OrderStatus status,
        String by,
        Set<OrderEventKind> kinds) {}
