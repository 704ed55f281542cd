package org.ringdesk.orders;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A note about an order.
 *
 * @param position the line that it is about, or null for the order
 * @param internal not for the customer's eyes
 * @param printed on the papers that go with the goods
 * @param who by the name the colleagues know, or the login of one who is no user any more
 */
public record NoteView(
        long id, @Nullable Integer position, String text, boolean internal, boolean printed, Instant at, String who)
        implements Serializable {

    /** As a query gives it. */
    public NoteView(
            long id,
            @Nullable Integer position,
            String text,
            boolean internal,
            boolean printed,
            Instant at,
            String login,
            @Nullable String name) {
        this(id, position, text, internal, printed, at, name == null ? login : name);
    }
}
