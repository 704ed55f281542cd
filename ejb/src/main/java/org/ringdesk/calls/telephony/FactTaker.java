package org.ringdesk.calls.telephony;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.ChannelCode;
import org.ringdesk.administration.Channels;
import org.ringdesk.administration.DialledNumberView;
import org.ringdesk.agents.AgentDesk;
import org.ringdesk.agents.AnsweredCall;
import org.ringdesk.agents.Phone;
import org.ringdesk.agents.PhoneMove;
import org.ringdesk.agents.PhoneState;
import org.ringdesk.calls.CallState;
import org.ringdesk.calls.domain.CallCourse;
import org.ringdesk.calls.domain.CallRecord;
import org.ringdesk.calls.domain.Handed;
import org.ringdesk.calls.store.Calls;
import org.ringdesk.cti.CallEvent;
import org.ringdesk.cti.CallEvent.Direction;
import org.ringdesk.cti.CallEvent.QueueExit;
import org.ringdesk.cti.Caller;
import org.ringdesk.cti.EndReason;
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
    private Channels channels;

    @Inject
    private AgentDesk agents;

    @Inject
    private CustomerDesk customers;

    @Inject
    private Numbers numbers;

    @Inject
    private Pops pops;

    @Inject
    private Proofs proofs;

    @Inject
    private OrdersInCalls orders;

    /** Takes facts in order, and tells once what each call came to. */
    public void take(List<CallEvent> facts) {
        List<CallEvent> ours = facts.stream().filter(FactTaker::concernsUs).toList();
        if (ours.isEmpty()) {
            return;
        }
        Progress progress = new Progress(
                calls.locked(ours.stream().map(CallEvent::call).distinct().toList()),
                agents.at(ours.stream().flatMap(FactTaker::phonesOf).collect(Collectors.toSet())),
                customers::withPhone);
        ours.forEach(fact -> take(fact, progress));
        agents.phones(progress.phones());
        calls.flush();
        progress.forEachChanged((call, audience) -> tell(call, audience, progress));
    }

    /** Of the others nothing is kept, so they cost nothing. */
    private static boolean concernsUs(CallEvent fact) {
        return fact instanceof CallEvent.Started
                || fact instanceof CallEvent.QueueJoined
                || fact instanceof CallEvent.QueueLeft q && q.how() != QueueExit.CONNECTED
                || fact instanceof CallEvent.Ringing
                || fact instanceof CallEvent.RingEnded
                || fact instanceof CallEvent.Talking
                || fact instanceof CallEvent.Held
                || fact instanceof CallEvent.Resumed
                || fact instanceof CallEvent.LegLeft
                || fact instanceof CallEvent.Transferred
                || fact instanceof CallEvent.Merged
                || fact instanceof CallEvent.Parked
                || fact instanceof CallEvent.Unparked
                || fact instanceof CallEvent.ConferenceJoined
                || fact instanceof CallEvent.ConferenceLeft
                || fact instanceof CallEvent.Ended;
    }

    /** Where an agent may sit. */
    private static Stream<Phone> phonesOf(CallEvent fact) {
        List<Leg> legs = List.of();
        if (fact instanceof CallEvent.Started s) {
            legs = s.direction() == Direction.INBOUND ? legs : List.of(s.first());
        } else if (fact instanceof CallEvent.Ringing r) {
            legs = r.targets();
        } else if (fact instanceof CallEvent.RingEnded r) {
            legs = List.of(r.target());
        } else if (fact instanceof CallEvent.Talking t) {
            legs = List.of(t.a(), t.b());
        } else if (fact instanceof CallEvent.LegLeft l) {
            legs = List.of(l.leg());
        } else if (fact instanceof CallEvent.Transferred t) {
            Leg target = t.target();
            legs = target == null ? List.of(t.transferer()) : List.of(t.transferer(), target);
        } else if (fact instanceof CallEvent.ConferenceJoined j) {
            legs = List.of(j.who());
        } else if (fact instanceof CallEvent.ConferenceLeft l) {
            legs = List.of(l.who());
        }
        return legs.stream().map(leg -> new Phone(fact.pbx(), leg.endpoint()));
    }

    private void take(CallEvent fact, Progress progress) {
        CallRecord known = progress.call(fact.call());
        CallRecord call = known == null ? begin(fact, progress) : known;
        if (call != null && call.endedAt() == null && call.isNews(fact)) {
            progress.changes(call, () -> apply(fact, call, progress));
        }
    }

    private void tell(CallRecord call, Set<String> audience, Progress progress) {
        pops.tell(call, audience, progress::matches);
        if (call.audience().isEmpty()) {
            pops.tellFloor(call, progress::matches);
        }
    }

    /** Facts that can begin a record carry who calls; for a call that began before us and only ends, there is none. */
    private @Nullable CallRecord begin(CallEvent fact, Progress progress) {
        CallRecord call;
        if (fact instanceof CallEvent.Started s) {
            call = new CallRecord(s, s.direction());
            name(call, s.caller(), s.dialled(), progress);
        } else if (fact instanceof CallEvent.Ringing r) {
            call = new CallRecord(r, Direction.INBOUND);
            name(call, r.caller(), r.dialled(), progress);
        } else {
            return null;
        }
        calls.add(call);
        progress.begins(call);
        return call;
    }

    private void name(CallRecord call, Caller caller, @Nullable String dialledText, Progress progress) {
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
        List<CustomerView> known = number.map(progress::matches).orElse(List.of());
        if (known.size() == 1) {
            call.customer(known.get(0).number());
        }
    }

    private void apply(CallEvent fact, CallRecord call, Progress progress) {
        Map<String, PhoneState> before = phones(call);
        @Nullable String agent = call.agent();
        if (fact instanceof CallEvent.Merged merged) {
            calls.locked(merged.gone()).ifPresent(gone -> becomesPartOf(gone, call, merged, progress));
        }
        CallCourse.take(call, fact, leg -> progress.agentAt(fact.pbx(), leg));
        proofs.see(fact, call);
        if (call.agent() != null && !call.agent().equals(agent)) {
            orders.follow(call, call.agent());
        }
        if (fact instanceof CallEvent.Transferred || fact instanceof CallEvent.Talking) {
            handedBy(call).ifPresent(login -> progress.concerns(call, login));
        }
        phones(call, before, agent, fact, progress);
    }

    /** Who gave the call away sees who has it now. */
    private static Optional<String> handedBy(CallRecord call) {
        return Optional.ofNullable(call.handed()).map(Handed::by);
    }

    /** The other call goes on in this one: with who is in it, and what was done in it. */
    private void becomesPartOf(CallRecord gone, CallRecord call, CallEvent.Merged fact, Progress progress) {
        progress.knows(gone);
        progress.changes(gone, () -> {
            call.absorbs(gone);
            gone.ends(EndReason.COMPLETED, fact.at());
        });
    }

    private void phones(
            CallRecord call,
            Map<String, PhoneState> before,
            @Nullable String agent,
            CallEvent fact,
            Progress progress) {
        Map<String, PhoneState> after = phones(call);
        after.forEach((login, state) -> {
            boolean has = state == PhoneState.TALKING && login.equals(call.agent());
            if (has && (state != before.get(login) || !login.equals(agent))) {
                progress.phone(PhoneMove.talks(login, new AnsweredCall(call.id(), call.queue(), channelOf(call))));
            } else if (state != before.get(login)) {
                progress.phone(login, state);
            }
        });
        String missed = missedBy(fact, progress);
        before.keySet().stream()
                .filter(login -> !after.containsKey(login) && !calls.isBusy(login, call.id()))
                .forEach(login -> progress.phone(
                        login.equals(missed) ? PhoneMove.missed(login) : new PhoneMove(login, PhoneState.IDLE)));
    }

    /** Whose phone rang until the time for that was over. */
    private static @Nullable String missedBy(CallEvent fact, Progress progress) {
        return fact instanceof CallEvent.RingEnded r && r.reason() == EndReason.NO_ANSWER
                ? progress.agentAt(r.pbx(), r.target()).orElse(null)
                : null;
    }

    private @Nullable ChannelCode channelOf(CallRecord call) {
        return Optional.ofNullable(call.did())
                .flatMap(channels::dialled)
                .map(did -> did.channel().code())
                .orElse(null);
    }

    private static Map<String, PhoneState> phones(CallRecord call) {
        Map<String, PhoneState> states = new LinkedHashMap<>();
        if (call.endedAt() == null) {
            for (String login : call.audience()) {
                boolean rings = call.stateFor(login) == CallState.RINGING;
                states.put(login, rings ? PhoneState.RINGING : PhoneState.TALKING);
            }
        }
        return states;
    }
}
