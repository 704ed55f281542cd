package org.ringdesk.calls;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ringdesk.cti.CallId;

/**
 * A command and what became of it. CDI event, fired in the transaction and meant to be observed AFTER_SUCCESS: for the page of
 * whoever gave it.
 *
 * @param key the browser's own: the same key is the same click
 * @param call null while a dialled call has not begun
 * @param target whom it was about, as typed or chosen, or null
 * @param version rises with every change
 */
public record CommandView(
        UUID key,
        String login,
        Move move,
        @Nullable CallId call,
        @Nullable String target,
        CommandOutcome outcome,
        Instant until,
        long version)
        implements Serializable {}
