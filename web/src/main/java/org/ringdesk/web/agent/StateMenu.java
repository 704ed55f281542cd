package org.ringdesk.web.agent;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.function.Supplier;
import org.ringdesk.agents.AgentDesk;
import org.ringdesk.agents.AgentView;
import org.ringdesk.agents.PauseReason;
import org.ringdesk.web.page.Attempt;

/** The agent's own state: ready, pause, sign out. What becomes of it is pushed. */
@Named
@RequestScoped
public class StateMenu {
    @Inject
    private AgentDesk agents;

    @Inject
    private Attempt attempt;

    public void ready() {
        tell(agents::ready);
    }

    public void pause(PauseReason reason) {
        tell(() -> agents.pause(reason));
    }

    public void signOut() {
        tell(agents::signOut);
    }

    public List<PauseReason> getReasons() {
        return List.of(PauseReason.values());
    }

    private void tell(Supplier<AgentView> wish) {
        attempt.at(null, null, wish, view -> {});
    }
}
