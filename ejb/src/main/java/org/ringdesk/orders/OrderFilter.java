package org.ringdesk.orders;

import java.io.Serializable;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringdesk.customers.CustomerNumber;

/**
 * Which orders a system asks for.
 *
 * @param statuses none: whatever it is
 */
public record OrderFilter(
        Set<OrderStatus> statuses,
        @Nullable Instant placedSince,
        @Nullable Instant changedSince,
        @Nullable CustomerNumber customer)
        implements Serializable {}
