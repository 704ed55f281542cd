package org.ringdesk.agents;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.ChannelCode;
import org.ringdesk.cti.CallId;

/**
 * What an agent noted of a call, fired in the transaction that ends the work after it.
 *
 * @param channel of the dialled number, or null
 * @param code of the queue's or channel's list, or null
 * @param timedOut whether the time was over before the agent said so: then a required code may be missing
 */
public record CallWrappedUp(
        CallId call,
        String agent,
        String queue,
        @Nullable ChannelCode channel,
        @Nullable String code,
        @Nullable String note,
        boolean timedOut,
        Instant began,
        Instant ended) {}
