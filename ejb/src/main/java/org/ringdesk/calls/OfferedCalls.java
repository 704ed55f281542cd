package org.ringdesk.calls;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.ringdesk.administration.UserView.QueuePlace;
import org.ringdesk.administration.Users;
import org.ringdesk.agents.AgentDesk;
import org.ringdesk.agents.AgentView;
import org.ringdesk.calls.domain.CallRecord;
import org.ringdesk.calls.domain.Stand;
import org.ringdesk.calls.store.Calls;
import org.ringdesk.calls.telephony.Destinations;
import org.ringdesk.calls.telephony.Offers;
import org.ringdesk.shared.Role;

/** What an agent can take, ring back, or pass a call on to; read when it is asked for. */
@Stateless
@RolesAllowed(Role.AGENT)
public class OfferedCalls {
    private static final Duration RECENT = Duration.ofHours(24);
    private static final int FOUND = 12;

    @Inject
    private Calls calls;

    @Inject
    private Offers offers;

    @Inject
    private Users users;

    @Inject
    private AgentDesk agents;

    @Inject
    private Destinations destinations;

    @Inject
    private Clock clock;

    /** On the PBX of one's phone: parked calls, and those that ring at colleagues for one's queues; the one that waits longest first. */
    public List<OfferedCall> toTake() {
        String me = users.me().login();
        Map<CallRecord, Move> found = new LinkedHashMap<>();
        for (CallRecord call : calls.offered(queues())) {
            Stand stand = agents.sitsAt(me, call.pbx()) ? call.standOf(me) : Stand.NONE;
            if (stand == Stand.PARKED) {
                found.put(call, Move.RETRIEVE);
            } else if (stand == Stand.RINGING_ELSEWHERE) {
                found.put(call, Move.PICK_UP);
            }
        }
        return offers.all(found);
    }

    /** The caller's own last calls and those that their queues missed within a day, the latest first, twelve at most. */
    public List<OfferedCall> toCallBack() {
        Map<CallRecord, Move> found = new LinkedHashMap<>();
        calls.over(users.me().login(), queues(), clock.instant().minus(RECENT))
                .forEach(call -> found.put(call, Move.DIAL));
        return offers.all(found);
    }

    /** Colleagues, the ready ones first, and queues whose names have the words in them; all of them without words, twelve at most. */
    public List<PassTarget> targets(String words) {
        String me = users.me().login();
        String wanted = words.strip().toLowerCase(Locale.ROOT);
        Stream<PassTarget> people = agents.everyone().stream()
                .filter(agent -> !agent.login().equals(me))
                .filter(agent -> matches(agent, wanted))
                .sorted(Comparator.comparingInt(OfferedCalls::reach))
                .map(agent -> new PassTarget("AGENT", agent.login(), agent.displayName(), agent.state()));
        Stream<PassTarget> lines = destinations.queues().stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).contains(wanted))
                .map(name -> new PassTarget("QUEUE", name, name, null));
        return Stream.concat(people, lines).limit(FOUND).toList();
    }

    /** Who can be reached comes before who cannot. */
    private static int reach(AgentView agent) {
        return switch (agent.state()) {
            case READY -> 0;
            case SIGNED_OUT -> 2;
            default -> 1;
        };
    }

    private static boolean matches(AgentView agent, String wanted) {
        String endpoint = agent.endpoint() == null ? "" : agent.endpoint();
        return agent.displayName().toLowerCase(Locale.ROOT).contains(wanted) || endpoint.endsWith('/' + wanted);
    }

    private List<String> queues() {
        return users.me().queues().stream().map(QueuePlace::queue).toList();
    }
}
