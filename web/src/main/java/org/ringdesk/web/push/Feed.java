package org.ringdesk.web.push;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import org.ringdesk.agents.AgentView;
import org.ringdesk.calls.CallPop;
import org.ringdesk.calls.CommandView;
import org.ringdesk.calls.LinkView;
import org.ringdesk.orders.OrderChanged;
import org.ringdesk.orders.PriceRequestView;
import org.ringdesk.payments.WorkChanged;
import org.ringdesk.web.api.Wire;
import org.ringdesk.web.security.LoggedOut;

/** Turns events into frames, once each, and hands them to the pages they concern, here and on the other servers. */
@ApplicationScoped
public class Feed {
    @Inject
    private Pages pages;

    @Inject
    private Neighbours others;

    void onCall(@Observes(during = TransactionPhase.AFTER_SUCCESS) CallPop pop) {
        if (isShown(pop.agent())) {
            post(Posting.toDeskAndFloor(pop.agent(), frame("call", pop)));
        }
    }

    void onCommand(@Observes(during = TransactionPhase.AFTER_SUCCESS) CommandView command) {
        post(Posting.toDesk(command.login(), frame("command", command)));
    }

    void onAgent(@Observes(during = TransactionPhase.AFTER_SUCCESS) AgentView agent) {
        if (isShown(agent.login())) {
            post(Posting.toDeskAndFloor(agent.login(), frame("agent", agent)));
        }
    }

    void onLink(@Observes(during = TransactionPhase.AFTER_SUCCESS) LinkView link) {
        post(Posting.toEveryone(frame("link", link)));
    }

    void onOrder(@Observes(during = TransactionPhase.AFTER_SUCCESS) OrderChanged change) {
        post(Posting.toDeskAndOrder(change.agent(), change.number().value(), frame("order", change)));
    }

    /** Before the order's own frame or after it: each says all of what it is about. */
    void onPriceRequest(@Observes(during = TransactionPhase.AFTER_SUCCESS) PriceRequestView request) {
        post(Posting.toDeskAndFloor(request.agent(), frame("priceRequest", request)));
    }

    void onWork(@Observes(during = TransactionPhase.AFTER_SUCCESS) WorkChanged change) {
        post(Posting.toQueues(frame("work", change)));
    }

    void onLogOut(@Observes LoggedOut gone) {
        pages.letGo(gone.login());
    }

    /** What the pages of other servers show is not known here. */
    private boolean isShown(String login) {
        return pages.shows(login) || others.areThere();
    }

    private void post(Posting posting) {
        pages.take(posting);
        others.tell(posting);
    }

    static String frame(String type, Object data) {
        return "{\"type\":\"" + type + "\",\"data\":" + Wire.text(data) + '}';
    }
}
