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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.ringdesk.agents.AgentDesk;
import org.ringdesk.agents.Phone;
import org.ringdesk.calls.domain.CallCommand;
import org.ringdesk.calls.domain.CallRecord;
import org.ringdesk.calls.domain.PbxLink;
import org.ringdesk.calls.store.Calls;
import org.ringdesk.calls.store.Commands;
import org.ringdesk.calls.telephony.FactTaker;
import org.ringdesk.calls.telephony.Pops;
import org.ringdesk.cti.CallEvent;
import org.ringdesk.cti.CallId;
import org.ringdesk.cti.CtiEvent;
import org.ringdesk.cti.DeviceChanged;
import org.ringdesk.cti.EndReason;
import org.ringdesk.cti.LinkChanged;
import org.ringdesk.cti.LinkState;
import org.ringdesk.cti.PbxId;
import org.ringdesk.cti.QueueMembers;
import org.ringdesk.customers.CustomerDesk;
import org.ringdesk.customers.CustomerNumber;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;

/**
 * Takes the facts of calls and tells screens. CDI events, fired in the transaction and meant to be observed AFTER_SUCCESS:
 * {@link CallPop} (to its agent), {@link CommandView} (to who gave it), {@link org.ringdesk.agents.AgentView} (to the agent and the floor), {@link LinkView} (to
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
    private Commands commands;

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

    /**
     * Takes what happened, in order; what was taken before changes nothing. Screens are told once of the state after the last: of two
     * events that are fired in one transaction the second may be observed first.
     */
    @RolesAllowed(Role.TELEPHONY)
    public void take(List<CtiEvent> events) {
        List<CallEvent> together = new ArrayList<>();
        Map<Phone, Boolean> devices = new LinkedHashMap<>();
        Map<PbxId, LinkView> moved = new LinkedHashMap<>();
        for (CtiEvent event : events) {
            if (event instanceof CallEvent fact) {
                together.add(fact);
            } else if (event instanceof DeviceChanged change) {
                devices.put(new Phone(change.pbx(), change.endpoint()), change.reachable());
            } else if (event instanceof QueueMembers members) {
                agents.members(members);
            } else if (event instanceof LinkChanged change) {
                facts.take(together);
                together.clear();
                link(change).ifPresent(view -> moved.put(change.pbx(), view));
            }
        }
        facts.take(together);
        agents.devices(devices);
        moved.values().forEach(links::fire);
    }

    /**
     * The highest seq of a PBX that was taken of its link and of calls that go on, on whichever server; 0 when there is none.
     * What begins above it is news for all of them.
     */
    @RolesAllowed(Role.TELEPHONY)
    public long lastTaken(PbxId pbx) {
        PbxLink link = em.find(PbxLink.class, pbx.value());
        return Math.max(link == null ? 0 : link.lastSeq(), calls.lastSeq(pbx));
    }

    /** The caller's desk. */
    public DeskView desk() {
        String login = login();
        Instant since = clock.instant().minus(ENDED_STAYS);
        List<CallPop> mine = calls.onDesk(login, since).stream()
                .map(call -> pops.of(call, login))
                .toList();
        List<CommandView> given =
                commands.inFlightOf(login).stream().map(CallCommand::view).toList();
        return new DeskView(agents.me(), mine, links(), given);
    }

    /** Says who the customer of one's own call is. @throws Refusal {@code call.unknown} */
    public CallPop choose(CallId id, CustomerNumber customer) {
        CallRecord call = mine(id);
        call.customer(customers.get(customer).number());
        return tell(call);
    }

    /** Keeps a note with one's own call; it goes where the call goes. @throws Refusal {@code call.unknown}, {@code call.note.long} */
    public CallPop note(CallId id, String text) {
        CallRecord call = mine(id);
        call.note(text);
        return tell(call);
    }

    /** Those who only look on, because they are asked, do not change it. */
    private CallRecord mine(CallId id) {
        return calls.locked(id)
                .filter(c -> c.agent() == null ? c.audience().contains(login()) : login().equals(c.agent()))
                .orElseThrow(() -> new Refusal("call.unknown"));
    }

    private CallPop tell(CallRecord call) {
        calls.flush();
        pops.tell(call, call.audience());
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

    /** Empty when it is no news. */
    private Optional<LinkView> link(LinkChanged change) {
        PbxLink link = em.find(PbxLink.class, change.pbx().value());
        if (link == null) {
            link = new PbxLink(change.pbx().value(), change.at());
            em.persist(link);
        }
        OptionalLong syncing = link.syncingSince();
        if (!link.take(change)) {
            return Optional.empty();
        }
        if (change.state() == LinkState.LIVE) {
            syncing.ifPresent(seq -> endTheLost(change, seq));
        }
        return Optional.of(link.view());
    }

    /** Between syncing and live every call that there is was told anew; a record that heard nothing is of a call that is gone. */
    private void endTheLost(LinkChanged live, long syncing) {
        facts.take(calls.unheardSince(live.pbx(), syncing).stream()
                .<CallEvent>map(
                        call -> new CallEvent.Ended(live.pbx(), live.seq(), live.at(), call.id(), null, EndReason.LOST))
                .toList());
    }

    private String login() {
        return context.getCallerPrincipal().getName();
    }
}
