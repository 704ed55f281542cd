package org.ringdesk.agents;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.AfterCallMode;
import org.ringdesk.cti.CallId;

/**
 * The work after an agent's call.
 *
 * @param queue whose rules hold
 * @param since when it began, null before
 * @param until when it ends by itself, null before it began
 * @param extensions how often it may still be extended, by {@code extensionSeconds} each
 */
public record AfterCallView(
        CallId call,
        String queue,
        AfterCallPhase phase,
        AfterCallMode mode,
        @Nullable Instant since,
        @Nullable Instant until,
        int extensions,
        int extensionSeconds,
        boolean codeRequired)
        implements Serializable {}
