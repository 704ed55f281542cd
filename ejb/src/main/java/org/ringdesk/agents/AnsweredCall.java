package org.ringdesk.agents;

import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.ChannelCode;
import org.ringdesk.cti.CallId;

/**
 * A call that an agent talks on.
 *
 * @param queue it came from, or null: then nothing follows it
 * @param channel that was dialled, or null
 */
public record AnsweredCall(
        CallId call, @Nullable String queue, @Nullable ChannelCode channel) {}
