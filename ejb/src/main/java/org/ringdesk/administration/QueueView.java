package org.ringdesk.administration;

import java.io.Serializable;
import java.util.List;

/**
 * A queue and its rules.
 *
 * @param queue the name that the PBX knows
 * @param name what people read
 * @param codes its own wrap-up codes in their order; empty: those of the call's channel are used
 * @param version to save with; 0 for a queue without rules yet
 */
public record QueueView(String queue, String name, AfterCallRule afterCall, List<WrapUpCode> codes, long version)
        implements Serializable {}
