package org.ringdesk.calls;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.ringdesk.agents.AgentDesk;
import org.ringdesk.calls.domain.CallRecord;
import org.ringdesk.calls.domain.PbxLink;
import org.ringdesk.calls.store.Calls;
import org.ringdesk.calls.telephony.FactTaker;
import org.ringdesk.calls.telephony.Pops;
import org.ringdesk.cti.CallEvent;
import org.ringdesk.cti.CallId;
import org.ringdesk.cti.CtiEvent;
import org.ringdesk.cti.LinkChanged;
import org.ringdesk.cti.LinkState;
import org.ringdesk.customers.CustomerDesk;
import org.ringdesk.customers.CustomerNumber;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;

/**
 * Takes the facts of calls and tells screens. CDI events, fired in the transaction and meant to be observed AFTER_SUCCESS:
 * {@link CallPop} (to its agent), {@link org.ringdesk.agents.AgentView} (to the agent and the floor), {@link LinkView} (to
 * all).
 */
@Stateless
@RolesAllowed(Role.AGENT)
public class CallDesk {
    private static final Duration ENDED_STAYS = Duration.ofMinutes(5);

    @PersistenceContext(unitName = "ringdesk")
    private EntityManager em;

    @Inject
    private Calls calls;

    @Inject
    private FactTaker facts;

    @Inject
    private Pops pops;

    @Inject
    private AgentDesk agents;

    @Inject
    private CustomerDesk customers;

    @Inject
    private Clock clock;

    @Inject
    private Event<LinkView> links;

    @Resource
    private SessionContext context;

    /** Takes one event; one that was taken before changes nothing. */
    @RolesAllowed(Role.TELEPHONY)
    public void take(CtiEvent event) {
        if (event instanceof CallEvent fact) {
            facts.take(fact);
        } else if (event instanceof LinkChanged change) {
            link(change);
        }
    }

    /** The caller's desk. */
    public DeskView desk() {
        String login = login();
        Instant since = clock.instant().minus(ENDED_STAYS);
        List<CallPop> mine = calls.onDesk(login, since).stream()
                .map(call -> pops.of(call, login))
                .toList();
        return new DeskView(agents.me(), mine, links());
    }

    /** Says who the customer of one's own call is. @throws Refusal {@code call.unknown} */
    public CallPop choose(CallId id, CustomerNumber customer) {
        CallRecord call = calls.find(id)
                .filter(c -> c.audience().contains(login()))
                .orElseThrow(() -> new Refusal("call.unknown"));
        call.customer(customers.get(customer).number());
        calls.flush();
        call.audience().forEach(login -> pops.tell(call, login));
        return pops.of(call, login());
    }

    /** Every call that has not ended, for the floor: once for each agent it concerns, with an empty agent while it waits. */
    @RolesAllowed({Role.SUPERVISOR, Role.ADMIN})
    public List<CallPop> live() {
        return pops.forFloor(calls.live());
    }

    @RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.ADMIN})
    public List<LinkView> links() {
        return em.createQuery("select l from PbxLink l order by l.pbx", PbxLink.class).getResultList().stream()
                .map(PbxLink::view)
                .toList();
    }

    private void link(LinkChanged change) {
        PbxLink link = em.find(PbxLink.class, change.pbx().value());
        if (link == null) {
            link = new PbxLink(change.pbx().value(), change.at());
            em.persist(link);
        }
        if (link.take(change)) {
            links.fire(link.view());
            if (change.state() == LinkState.LIVE) {
                agents.tellAgain();
            }
        }
    }

    private String login() {
        return context.getCallerPrincipal().getName();
    }
}
