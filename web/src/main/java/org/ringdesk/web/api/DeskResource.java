package org.ringdesk.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.ringdesk.calls.CallDesk;
import org.ringdesk.calls.DeskView;

/** The caller's desk, read when a page opens or comes back. */
@Path("desk")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class DeskResource {
    @Inject
    private CallDesk calls;

    @GET
    public DeskView desk() {
        return calls.desk();
    }
}
