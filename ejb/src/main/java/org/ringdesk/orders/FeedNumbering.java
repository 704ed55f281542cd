package org.ringdesk.orders;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.ringdesk.orders.store.Feed;
import org.ringdesk.shared.Role;

/** Gives committed events their places in the feed. */
@Stateless
@RolesAllowed(Role.SYSTEM)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class FeedNumbering {
    private static final int CHUNK = 2000;

    @Inject
    private Feed feed;

    /** @return whether there may be more; no when another server is at it */
    public boolean number() {
        return feed.number(CHUNK);
    }
}
