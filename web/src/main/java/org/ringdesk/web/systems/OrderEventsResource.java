package org.ringdesk.web.systems;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.ringdesk.orders.FeedEvent;
import org.ringdesk.orders.OrderFeed;
import org.ringdesk.shared.Role;

/** What happens to orders, page by page: whoever keeps {@code next} and asks again with it misses nothing. */
@Path("v1/events")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.ORDER_READER)
public class OrderEventsResource {
    @Inject
    private OrderFeed feed;

    /** @param limit 500 at most */
    @GET
    public Events after(
            @QueryParam("after") @DefaultValue("0") long after, @QueryParam("limit") @DefaultValue("100") int limit) {
        List<FeedEvent> events = feed.after(after, limit);
        long next = events.isEmpty()
                ? Math.max(after, 0)
                : events.get(events.size() - 1).sequence();
        return new Events(events, next);
    }

    /** @param next what to give as {@code after} next time */
    public record Events(List<FeedEvent> events, long next) {}
}
