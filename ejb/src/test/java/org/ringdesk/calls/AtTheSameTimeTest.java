package org.ringdesk.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringdesk.testing.Caller.as;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ringdesk.agents.AgentDeadlines;
import org.ringdesk.agents.AgentDesk;
import org.ringdesk.agents.AgentState;
import org.ringdesk.agents.PauseReason;
import org.ringdesk.agents.PhoneMove;
import org.ringdesk.agents.PhoneState;
import org.ringdesk.agents.telephony.QueueSeats;
import org.ringdesk.cti.CallEvent;
import org.ringdesk.cti.CallEvent.Direction;
import org.ringdesk.cti.CallId;
import org.ringdesk.cti.Caller;
import org.ringdesk.cti.CtiEvent;
import org.ringdesk.cti.DeviceChanged;
import org.ringdesk.cti.EndReason;
import org.ringdesk.cti.Leg;
import org.ringdesk.cti.PbxId;
import org.ringdesk.shared.Role;
import org.ringdesk.testing.Database;
import org.ringdesk.testing.Rooms;
import org.ringdesk.testing.TestPhones;

/**
 * The PBX, the agent, the clock and the telling of wishes change the same agent and the same call in the same moment, hundreds
 * of times: each has its way at the first attempt.
 */
class AtTheSameTimeTest {
    private static final PbxId PBX = TestPhones.PBX;
    private static final Leg TRUNK = new Leg("PJSIP/trunk-00000001", "1.1", "PJSIP/trunk");
    private static final Leg ANNA = new Leg("PJSIP/1001-00000001", "2.1", "PJSIP/1001");
    private static final org.ringdesk.testing.Caller AGENT = as("anna.schmidt", Role.AGENT);
    private static final org.ringdesk.testing.Caller TELEPHONY = as("telephony", Role.TELEPHONY);
    private static final org.ringdesk.testing.Caller SYSTEM = as("system", Role.SYSTEM);
    private static final int TIMES = 60;

    private final CallId call = new CallId(UUID.randomUUID());
    private long seq;

    @ParameterizedTest
    @EnumSource
    void nobodysDoingKeepsAnEventFromBeingTaken(Database database) throws Exception {
        Rooms rooms = database.rooms();
        AgentDesk desk = rooms.get(AgentDesk.class);
        AgentDeadlines deadlines = rooms.get(AgentDeadlines.class);
        QueueSeats seats = rooms.get(QueueSeats.class);
        isReady(desk);
        together(
                n -> take(rooms, new DeviceChanged(PBX, ++seq, Instant.EPOCH, ANNA.endpoint(), n % 2 != 0)),
                n -> AGENT.call(() -> n % 2 == 0 ? desk.pause(PauseReason.LUNCH) : desk.ready()),
                n -> SYSTEM.run(seats::tell),
                n -> SYSTEM.run(() -> deadlines.timeIsUp("anna.schmidt")));
        assertThat(AGENT.call(desk::me).state()).isEqualTo(AgentState.READY);
        AGENT.call(desk::signOut);
        SYSTEM.run(seats::tell);
    }

    @ParameterizedTest
    @EnumSource
    void factsAndWhatTheAgentNotesBothCome(Database database) throws Exception {
        Rooms rooms = database.rooms();
        AgentDesk desk = rooms.get(AgentDesk.class);
        CallDesk calls = rooms.get(CallDesk.class);
        isReady(desk);
        take(
                rooms,
                new CallEvent.Started(
                        PBX,
                        ++seq,
                        Instant.EPOCH,
                        call,
                        Direction.INBOUND,
                        TRUNK,
                        new Caller("+493023125042", "Anna", false),
                        "+493023125100"));
        take(rooms, new CallEvent.Talking(PBX, ++seq, Instant.EPOCH, call, TRUNK, ANNA));
        together(
                n -> take(rooms, held(n % 2 == 0)),
                n -> AGENT.call(() -> calls.note(call, "note " + n)),
                n -> AGENT.call(() -> n % 2 == 0 ? desk.pause(PauseReason.LUNCH) : desk.ready()));
        CallPop pop = AGENT.call(calls::desk).calls().stream()
                .filter(c -> c.call().equals(call))
                .findFirst()
                .orElseThrow();
        assertThat(pop.controls().note()).isEqualTo("note " + (TIMES - 1));
        assertThat(pop.state()).isEqualTo(CallState.TALKING);
        take(rooms, new CallEvent.Ended(PBX, ++seq, Instant.EPOCH, call, TRUNK, EndReason.COMPLETED));
        AGENT.call(desk::signOut);
    }

    private static void isReady(AgentDesk desk) {
        TELEPHONY.run(() -> desk.phones(List.of(new PhoneMove("anna.schmidt", PhoneState.IDLE))));
        AGENT.call(() -> desk.ready());
    }

    private CtiEvent held(boolean now) {
        return now
                ? new CallEvent.Held(PBX, ++seq, Instant.EPOCH, call, ANNA)
                : new CallEvent.Resumed(PBX, ++seq, Instant.EPOCH, call, ANNA);
    }

    private static void take(Rooms rooms, CtiEvent event) {
        TELEPHONY.run(() -> rooms.get(CallDesk.class).take(List.of(event)));
    }

    /** Each many times on a thread of its own; the first that fails fails the test. */
    private static void together(IntConsumer... doings) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(doings.length);
        try {
            List<Callable<Boolean>> all =
                    List.of(doings).stream().map(AtTheSameTimeTest::manyTimes).toList();
            for (Future<Boolean> done : threads.invokeAll(all, 60, TimeUnit.SECONDS)) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static Callable<Boolean> manyTimes(IntConsumer doing) {
        return () -> {
            for (int n = 0; n < TIMES; n++) {
                doing.accept(n);
            }
            return true;
        };
    }
}
