package org.ringdesk.calls.telephony;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.DialledNumberView;
import org.ringdesk.administration.UserView;
import org.ringdesk.administration.Users;
import org.ringdesk.agents.AgentDesk;
import org.ringdesk.agents.PhoneState;
import org.ringdesk.calls.domain.CallRecord;
import org.ringdesk.calls.store.Calls;
import org.ringdesk.cti.CallEvent;
import org.ringdesk.cti.CallEvent.Direction;
import org.ringdesk.cti.Caller;
import org.ringdesk.cti.Leg;
import org.ringdesk.customers.CustomerDesk;
import org.ringdesk.customers.CustomerView;
import org.ringdesk.shared.PhoneNumber;

/** What each fact of a call does to its record, to the phones of the agents and to their screens. */
@ApplicationScoped
public class FactTaker {
    @Inject
    private Calls calls;

    @Inject
    private Users users;

    @Inject
    private AgentDesk agents;

    @Inject
    private CustomerDesk customers;

    @Inject
    private Numbers numbers;

    @Inject
    private Pops pops;

    public void take(CallEvent fact) {
        CallRecord call = calls.find(fact.call()).orElse(null);
        if (call == null) {
            call = begin(fact);
            if (call == null) {
                return;
            }
        }
        if (!call.isNews(fact)) {
            return;
        }
        Set<String> audience = new HashSet<>(call.audience());
        apply(fact, call);
        audience.addAll(call.audience());
        calls.flush();
        for (String login : audience) {
            pops.tell(call, login);
        }
        if (call.audience().isEmpty()) {
            pops.tellFloor(call);
        }
    }

    /** Facts that can begin a record carry who calls; for a call that began before us and only ends, there is none. */
    private @Nullable CallRecord begin(CallEvent fact) {
        CallRecord call;
        if (fact instanceof CallEvent.Started s) {
            call = new CallRecord(s, s.direction());
            name(call, s.caller(), s.dialled());
        } else if (fact instanceof CallEvent.Ringing r) {
            call = new CallRecord(r, Direction.INBOUND);
            name(call, r.caller(), r.dialled());
        } else {
            return null;
        }
        calls.add(call);
        return call;
    }

    private void name(CallRecord call, Caller caller, @Nullable String dialledText) {
        Optional<DialledNumberView> did =
                call.direction() == Direction.OUTBOUND ? Optional.empty() : numbers.dialled(dialledText);
        String otherSide = call.direction() == Direction.OUTBOUND ? dialledText : caller.number();
        String country = did.map(d -> d.channel().country()).orElse(null);
        Optional<PhoneNumber> number =
                call.direction() == Direction.INTERNAL ? Optional.empty() : numbers.party(otherSide, country);
        call.parties(
                caller,
                number.orElse(null),
                dialledText,
                did.map(DialledNumberView::number).orElse(null));
        List<CustomerView> known = number.map(customers::withPhone).orElse(List.of());
        if (known.size() == 1) {
            call.customer(known.get(0).number());
        }
    }

    private void apply(CallEvent fact, CallRecord call) {
        if (fact instanceof CallEvent.QueueJoined q) {
            call.waits(q.queue());
        } else if (fact instanceof CallEvent.Ringing r) {
            rings(r, call);
        } else if (fact instanceof CallEvent.RingEnded r) {
            agentAt(r.target()).filter(call::stopsRinging).ifPresent(login -> agents.phone(login, PhoneState.IDLE));
        } else if (fact instanceof CallEvent.Talking t) {
            talks(t, call);
        } else if (fact instanceof CallEvent.Held) {
            call.held(true);
        } else if (fact instanceof CallEvent.Resumed) {
            call.held(false);
        } else if (fact instanceof CallEvent.LegLeft l) {
            agentAt(l.leg()).ifPresent(login -> agents.phone(login, PhoneState.IDLE));
        } else if (fact instanceof CallEvent.Ended e) {
            Set<String> free = call.audience();
            call.ends(e.reason(), e.at());
            free.forEach(login -> agents.phone(login, PhoneState.IDLE));
        }
    }

    private void rings(CallEvent.Ringing fact, CallRecord call) {
        List<String> logins = fact.targets().stream()
                .map(this::agentAt)
                .flatMap(Optional::stream)
                .toList();
        call.rings(logins, fact.queue(), fact.at());
        logins.forEach(login -> agents.phone(login, PhoneState.RINGING));
    }

    /** Of two agents the called one has the call. */
    private void talks(CallEvent.Talking fact, CallRecord call) {
        Leg own = agentAt(fact.b()).isPresent() ? fact.b() : fact.a();
        agentAt(own).ifPresent(login -> {
            call.talks(login, own.channel(), fact.at());
            agents.phone(login, PhoneState.TALKING);
        });
    }

    private Optional<String> agentAt(Leg leg) {
        return users.withEndpoint(leg.endpoint()).map(UserView::login);
    }
}
