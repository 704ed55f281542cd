package org.ringdesk.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.ringdesk.payments.WorkFilter;
import org.ringdesk.payments.WorkQueue;
import org.ringdesk.payments.WorkQueues;

/** How many orders wait in which work queue, read when a page of them opens or comes back. */
@Path("queues")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class QueuesResource {
    @Inject
    private WorkQueues work;

    @GET
    public List<Waiting> counts() {
        return work.counts(WorkFilter.ALL).entrySet().stream()
                .map(e -> new Waiting(e.getKey(), e.getValue()))
                .toList();
    }

    public record Waiting(WorkQueue queue, long count) {}
}
