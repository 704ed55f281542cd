package org.ringdesk.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringdesk.testing.Caller.as;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ringdesk.agents.AgentDesk;
import org.ringdesk.agents.AgentState;
import org.ringdesk.agents.AgentView;
import org.ringdesk.calls.domain.CallRecord;
import org.ringdesk.cti.CallEvent;
import org.ringdesk.cti.CallEvent.Direction;
import org.ringdesk.cti.CallId;
import org.ringdesk.cti.Caller;
import org.ringdesk.cti.CtiEvent;
import org.ringdesk.cti.EndReason;
import org.ringdesk.cti.Leg;
import org.ringdesk.cti.PbxId;
import org.ringdesk.shared.Role;
import org.ringdesk.testing.Database;
import org.ringdesk.testing.Rooms;
import org.ringdesk.testing.TestPhones;

/** Facts that come together, on both databases. */
class CallDeskTest {
    private static final PbxId PBX = TestPhones.PBX;
    private static final Leg TRUNK = new Leg("PJSIP/trunk-00000001", "1.1", "PJSIP/trunk");
    private static final Leg ANNA = new Leg("PJSIP/1001-00000001", "2.1", "PJSIP/1001");
    private static final int MOST_FOR_A_POP = 8;

    private final CallId call = new CallId(UUID.randomUUID());
    private long seq = 1;

    @ParameterizedTest
    @EnumSource
    void aCallThatRingsAtOnceIsOnePop(Database database) {
        Rooms rooms = rooms(database);
        List<CtiEvent> facts = List.of(started(call), joined(call), ringing(call));
        List<String> statements = statements(rooms, facts);

        assertThat(pops(rooms, call)).singleElement().satisfies(pop -> {
            assertThat(pop.agent()).isEqualTo("anna.schmidt");
            assertThat(pop.state()).isEqualTo(CallState.RINGING);
            assertThat(pop.queue()).isEqualTo("orders-de");
            assertThat(pop.chosen()).isNotNull();
            assertThat(pop.lastOrders()).isNotEmpty();
            assertThat(pop.version()).isEqualTo(record(rooms, call).version());
        });
        assertThat(statements).hasSizeLessThanOrEqualTo(MOST_FOR_A_POP);
    }

    @ParameterizedTest
    @EnumSource
    void factsThatComeTwiceChangeNothing(Database database) {
        Rooms rooms = rooms(database);
        List<CtiEvent> facts = List.of(started(call), joined(call), ringing(call));
        take(rooms, facts);
        long version = record(rooms, call).version();
        rooms.events().clear();

        take(rooms, facts);
        assertThat(record(rooms, call).version()).isEqualTo(version);
        assertThat(rooms.events()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void togetherOrOneByOneEndsTheSame(Database database) {
        Rooms rooms = rooms(database);
        CallId other = new CallId(UUID.randomUUID());
        List<CtiEvent> together = story(call);
        take(rooms, together);
        story(other).forEach(fact -> take(rooms, List.of(fact)));

        assertThat(record(rooms, call))
                .usingRecursiveComparison()
                .ignoringFields("id", "lastSeq", "version")
                .ignoringFieldsMatchingRegexes("(.*\\.)?_persistence.*", "parties\\.party.*")
                .isEqualTo(record(rooms, other));
        assertThat(record(rooms, call).agent()).isEqualTo("anna.schmidt");
        assertThat(record(rooms, call).endReason()).isEqualTo(EndReason.COMPLETED);
    }

    @ParameterizedTest
    @EnumSource
    void whoseLegGoesAMomentBeforeTheCallHadItToItsEnd(Database database) {
        Rooms rooms = rooms(database);
        take(rooms, story(call).subList(0, 4));
        take(rooms, List.of(new CallEvent.LegLeft(PBX, ++seq, Instant.EPOCH.plusSeconds(9), call, ANNA)));
        rooms.events().clear();
        take(
                rooms,
                List.of(new CallEvent.Ended(
                        PBX, ++seq, Instant.EPOCH.plusSeconds(9), call, TRUNK, EndReason.COMPLETED)));
        assertThat(record(rooms, call).agent()).isEqualTo("anna.schmidt");
        assertThat(pops(rooms, call)).anySatisfy(pop -> {
            assertThat(pop.agent()).isEqualTo("anna.schmidt");
            assertThat(pop.endReason()).isEqualTo("COMPLETED");
        });
    }

    @ParameterizedTest
    @EnumSource
    void whoLeavesACallThatGoesOnHasLeftIt(Database database) {
        Rooms rooms = rooms(database);
        take(rooms, story(call).subList(0, 4));
        take(rooms, List.of(new CallEvent.LegLeft(PBX, ++seq, Instant.EPOCH.plusSeconds(9), call, ANNA)));
        take(
                rooms,
                List.of(new CallEvent.Ended(
                        PBX, ++seq, Instant.EPOCH.plusSeconds(60), call, TRUNK, EndReason.COMPLETED)));
        assertThat(record(rooms, call).agent()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void callsThatComeTogetherAreKeptApart(Database database) {
        Rooms rooms = rooms(database);
        CallId other = new CallId(UUID.randomUUID());
        take(rooms, List.of(started(call), started(other)));
        take(rooms, List.of(ringing(call), joined(other)));
        assertThat(pops(rooms, call).get(1).state()).isEqualTo(CallState.RINGING);
        assertThat(pops(rooms, other).get(1).state()).isEqualTo(CallState.WAITING);
        assertThat(pops(rooms, other).get(1).agent()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anAgentWhoRangAndWasMissedIsAnnouncedAsFree(Database database) {
        Rooms rooms = rooms(database);
        take(rooms, List.of(started(call), ringing(call)));
        rooms.events().clear();
        take(
                rooms,
                List.of(
                        new CallEvent.RingEnded(PBX, ++seq, Instant.EPOCH, call, ANNA, EndReason.NO_ANSWER),
                        joined(call)));
        assertThat(rooms.events().stream().filter(AgentView.class::isInstance).map(AgentView.class::cast))
                .singleElement()
                .extracting(AgentView::state)
                .isNotEqualTo(AgentState.RINGING);
    }

    @ParameterizedTest
    @EnumSource
    void factsOfWhichNothingIsKeptCostNothing(Database database) {
        Rooms rooms = rooms(database);
        take(rooms, List.of(started(call)));
        assertThat(statements(rooms, List.of(new CallEvent.SpyStopped(PBX, ++seq, Instant.EPOCH, call, TRUNK))))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsToldAnewAfterAResyncIsNotShownAnew(Database database) {
        Rooms rooms = rooms(database);
        take(rooms, List.of(started(call), ringing(call)));
        rooms.events().clear();
        take(rooms, List.of(started(call), ringing(call)));
        assertThat(rooms.events()).isEmpty();
    }

    /** The rooms with Anna at her phone. */
    private static Rooms rooms(Database database) {
        Rooms rooms = database.rooms();
        AgentDesk agents = rooms.get(AgentDesk.class);
        as("anna.schmidt", Role.AGENT).call(() -> agents.ready());
        return rooms;
    }

    private List<CtiEvent> story(CallId of) {
        return List.of(
                started(of),
                joined(of),
                ringing(of),
                new CallEvent.Talking(PBX, ++seq, Instant.EPOCH.plusSeconds(3), of, TRUNK, ANNA),
                new CallEvent.Held(PBX, ++seq, Instant.EPOCH.plusSeconds(4), of, ANNA),
                new CallEvent.Resumed(PBX, ++seq, Instant.EPOCH.plusSeconds(5), of, ANNA),
                new CallEvent.Ended(PBX, ++seq, Instant.EPOCH.plusSeconds(6), of, TRUNK, EndReason.COMPLETED));
    }

    private CtiEvent started(CallId of) {
        return new CallEvent.Started(
                PBX, ++seq, Instant.EPOCH, of, Direction.INBOUND, TRUNK, caller(), "+493023125100");
    }

    private CtiEvent joined(CallId of) {
        return new CallEvent.QueueJoined(PBX, ++seq, Instant.EPOCH.plusSeconds(1), of, "orders-de", 1);
    }

    private CtiEvent ringing(CallId of) {
        return new CallEvent.Ringing(
                PBX,
                ++seq,
                Instant.EPOCH.plusSeconds(2),
                of,
                TRUNK,
                List.of(ANNA),
                caller(),
                "+493023125100",
                "orders-de");
    }

    private static Caller caller() {
        return new Caller("+493023125042", "Anna", false);
    }

    private static void take(Rooms rooms, List<CtiEvent> facts) {
        CallDesk desk = rooms.get(CallDesk.class);
        as("telephony", Role.TELEPHONY).run(() -> desk.take(facts));
    }

    private static List<String> statements(Rooms rooms, List<CtiEvent> facts) {
        rooms.get(CallDesk.class);
        return rooms.database().statementsOf(() -> {
            take(rooms, facts);
            return true;
        });
    }

    private static CallRecord record(Rooms rooms, CallId call) {
        return rooms.query(em -> em.find(CallRecord.class, call.toString()));
    }

    private static List<CallPop> pops(Rooms rooms, CallId call) {
        return rooms.events().stream()
                .filter(CallPop.class::isInstance)
                .map(CallPop.class::cast)
                .filter(pop -> pop.call().equals(call))
                .toList();
    }
}
