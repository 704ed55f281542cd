package org.ringdesk.payments;

import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.ChannelCode;

/**
 * Which entries are wanted.
 *
 * @param channel one of the caller's, or null for all of them
 */
public record WorkFilter(@Nullable ChannelCode channel, WorkAge age) {
    public static final WorkFilter ALL = new WorkFilter(null, WorkAge.ANY);
}
