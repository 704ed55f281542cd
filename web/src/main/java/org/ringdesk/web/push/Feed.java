package org.ringdesk.web.push;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import org.ringdesk.agents.AgentView;
import org.ringdesk.calls.CallPop;
import org.ringdesk.calls.LinkView;
import org.ringdesk.orders.OrderChanged;
import org.ringdesk.web.api.Wire;
import org.ringdesk.web.security.LoggedOut;

/** Turns events into frames, once each, and hands them to the pages they concern. */
@ApplicationScoped
public class Feed {
    @Inject
    private Pages pages;

    void onCall(@Observes(during = TransactionPhase.AFTER_SUCCESS) CallPop pop) {
        String frame = frame("call", pop);
        pages.toDesk(pop.agent(), frame);
        pages.toFloor(frame);
    }

    void onAgent(@Observes(during = TransactionPhase.AFTER_SUCCESS) AgentView agent) {
        String frame = frame("agent", agent);
        pages.toDesk(agent.login(), frame);
        pages.toFloor(frame);
    }

    void onLink(@Observes(during = TransactionPhase.AFTER_SUCCESS) LinkView link) {
        String frame = frame("link", link);
        pages.toDesks(frame);
        pages.toFloor(frame);
    }

    void onOrder(@Observes(during = TransactionPhase.AFTER_SUCCESS) OrderChanged change) {
        pages.toDesk(change.agent(), frame("order", change));
    }

    void onLogOut(@Observes LoggedOut gone) {
        pages.letGo(gone.login());
    }

    private static String frame(String type, Object data) {
        return "{\"type\":\"" + type + "\",\"data\":" + Wire.text(data) + '}';
    }
}
