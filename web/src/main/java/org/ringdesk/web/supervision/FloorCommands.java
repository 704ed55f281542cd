package org.ringdesk.web.supervision;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.ringdesk.agents.AgentDesk;
import org.ringdesk.web.page.Attempt;
import org.ringdesk.web.page.Request;

/** What a supervisor does to an agent from the floor; what becomes of it is pushed. */
@Named
@RequestScoped
public class FloorCommands {
    @Inject
    private AgentDesk agents;

    @Inject
    private Request request;

    @Inject
    private Attempt attempt;

    public void free() {
        String agent = request.needed("agent");
        attempt.at(null, null, () -> agents.free(agent), view -> {});
    }
}
