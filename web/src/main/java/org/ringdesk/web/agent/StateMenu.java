package org.ringdesk.web.agent;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.Users;
import org.ringdesk.agents.AgentDesk;
import org.ringdesk.agents.Extension;
import org.ringdesk.agents.PauseReason;
import org.ringdesk.agents.WrapUpDesk;
import org.ringdesk.shared.Refusal;
import org.ringdesk.web.page.Attempt;

/** The agent's own state: where they sit, ready, pause, sign out. What becomes of it is pushed. */
@Named
@RequestScoped
public class StateMenu {
    private static final String EXTENSION = "state:extension";

    @Inject
    private AgentDesk agents;

    @Inject
    private WrapUpDesk work;

    @Inject
    private Users users;

    @Inject
    private Attempt attempt;

    private @Nullable String extension;

    public void ready() {
        tell(() -> agents.ready(extension));
    }

    public void pause(PauseReason reason) {
        tell(() -> agents.pause(reason, extension));
    }

    public void signOut() {
        tell(agents::signOut);
    }

    public void afterCall() {
        tell(work::want);
    }

    public List<PauseReason> getReasons() {
        return PauseReason.chosen();
    }

    /** Of the agent's own phone; empty without one. */
    public String getOwn() {
        return number(users.me().endpoint());
    }

    /** What is typed, or where the agent sits; the script keeps it up to date. */
    public @Nullable String getExtension() {
        return extension;
    }

    public void setExtension(@Nullable String typed) {
        extension = typed;
    }

    private static String number(@Nullable String endpoint) {
        return endpoint == null ? "" : new Extension(endpoint).number();
    }

    private void tell(Runnable wish) {
        try {
            wish.run();
        } catch (Refusal refusal) {
            attempt.tell(refusal.key().startsWith("agent.extension.") ? EXTENSION : null, null, refusal);
        }
    }
}
