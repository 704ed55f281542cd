package org.ringdesk.administration;

import java.io.Serializable;
import java.util.List;

/** The wrap-up codes of a channel, for its queues that have none of their own; {@code version} to save with, 0 when new. */
public record ChannelCodes(ChannelCode channel, List<WrapUpCode> codes, long version) implements Serializable {}
