package org.ringdesk.calls.domain;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringdesk.calls.CallState;
import org.ringdesk.cti.EndReason;

/** What facts change of what screens show of a call; {@code around} is who else is in it and where it went, as one text. */
public record Face(
        CallState state,
        @Nullable String queue,
        @Nullable String agent,
        @Nullable Instant answeredAt,
        @Nullable EndReason endReason,
        Set<String> audience,
        String around) {}
