package org.ringdesk.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.ringdesk.agents.AgentDesk;
import org.ringdesk.agents.AgentView;
import org.ringdesk.calls.CallDesk;
import org.ringdesk.calls.CallPop;
import org.ringdesk.calls.LinkView;
import org.ringdesk.orders.PriceAnswering;
import org.ringdesk.orders.PriceRequestView;

/** The whole floor, read when a supervisor's page opens or comes back. */
@Path("floor")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class FloorResource {
    @Inject
    private AgentDesk agents;

    @Inject
    private CallDesk calls;

    @Inject
    private PriceAnswering prices;

    @GET
    public Floor floor() {
        return new Floor(agents.everyone(), calls.live(), calls.links(), prices.current());
    }

    /** Every agent, every live call, every PBX, and the prices that agents ask for or asked for just now. */
    public record Floor(
            List<AgentView> agents, List<CallPop> calls, List<LinkView> links, List<PriceRequestView> requests) {}
}
