package org.ringdesk.orders;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.ringdesk.orders.store.Feed;
import org.ringdesk.shared.Role;

/**
 * Everything that happens to orders, of all channels, for other systems. Who asks each time for what comes after the last sequence
 * they have misses nothing: an event gets its place when it is committed, a second or so after, by {@link FeedNumbering}.
 */
@Stateless
@RolesAllowed({Role.ORDER_READER, Role.ADMIN, Role.SYSTEM})
public class OrderFeed {
    public static final int MOST = 500;

    @Inject
    private Feed feed;

    /** The next ones, in their order; one statement. @param limit 500 at most */
    public List<FeedEvent> after(long sequence, int limit) {
        return feed.after(Math.max(sequence, 0), Math.min(Math.max(limit, 1), MOST));
    }

    /** The highest place that is taken; 0 when none is. */
    public long last() {
        return feed.last();
    }
}
