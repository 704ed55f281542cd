package org.ringdesk.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ringdesk.it.As.as;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ringdesk.agents.AgentDesk;
import org.ringdesk.agents.AgentState;
import org.ringdesk.calls.CallDesk;
import org.ringdesk.calls.CallPop;
import org.ringdesk.calls.CallState;
import org.ringdesk.cti.CallEvent;
import org.ringdesk.cti.CallId;
import org.ringdesk.cti.Caller;
import org.ringdesk.cti.CtiEvent;
import org.ringdesk.cti.EndReason;
import org.ringdesk.cti.Leg;
import org.ringdesk.cti.LinkChanged;
import org.ringdesk.cti.LinkState;
import org.ringdesk.cti.PbxId;
import org.ringdesk.shared.Role;

/** A call as its facts come in: what the agent's desk shows after each. */
class CallsIT extends Deployed {
    private static final PbxId PBX = new PbxId("main");
    private static final Leg AGENT = new Leg("PJSIP/1001-00000001", "2.1", "PJSIP/1001");
    private static final Leg TRUNK = new Leg("PJSIP/trunk-00000001", "1.1", "PJSIP/trunk");

    /** Of a call that is known already, which is locked and read with whose phones ring. */
    private static final int MOST_FOR_A_POP = 9;

    @Inject
    private CallDesk desk;

    @Inject
    private AgentDesk agents;

    @PersistenceUnit(unitName = "../ejb.jar#ringdesk")
    private EntityManagerFactory factory;

    private final CallId call = new CallId(UUID.randomUUID());
    private long seq = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now())
            + Duration.ofDays(1).toMillis() * 1000;

    @BeforeEach
    void annaSitsAtHerPhone() throws Exception {
        as("anna.schmidt", Role.AGENT).run(() -> agents.ready());
    }

    @Test
    void ringsIsAnsweredAndEnds() throws Exception {
        take(started("+493023125042"));
        assertThat(mine()).isEmpty();

        take(ringing("+493023125042"));
        CallPop pop = mine().get(0);
        assertThat(pop.state()).isEqualTo(CallState.RINGING);
        assertThat(pop.via()).isEqualTo("Spring catalogue hotline");
        assertThat(pop.numberShown()).isEqualTo("030 23125042");
        assertThat(pop.chosen()).isNotNull();
        assertThat(pop.lastOrders()).hasSizeBetween(1, 10);

        take(new CallEvent.Talking(PBX, ++seq, Instant.now(), call, TRUNK, AGENT));
        assertThat(mine().get(0).state()).isEqualTo(CallState.TALKING);
        assertThat(mine().get(0).version()).isGreaterThan(pop.version());

        take(new CallEvent.Ended(PBX, ++seq, Instant.now(), call, TRUNK, EndReason.COMPLETED));
        assertThat(mine().get(0).state()).isEqualTo(CallState.ENDED);
        assertThat(mine().get(0).endReason()).isEqualTo("COMPLETED");
    }

    @Test
    void aFactThatComesTwiceChangesNothing() throws Exception {
        take(started("+493023125042"));
        CallEvent.Ringing ringing = ringing("+493023125042");
        take(ringing);
        take(new CallEvent.RingEnded(PBX, ++seq, Instant.now(), call, AGENT, EndReason.NO_ANSWER));
        take(ringing);
        assertThat(mine()).isEmpty();
    }

    @Test
    void aCallOfWhichThePbxNoLongerTellsIsLostWhenTheLinkIsLiveAgain() throws Exception {
        take(started("+493023125042"));
        take(ringing("+493023125042"));
        take(new CallEvent.Talking(PBX, ++seq, Instant.now(), call, TRUNK, AGENT));

        take(link(LinkState.SYNCING));
        take(started("+493023125042"));
        take(link(LinkState.LIVE));
        assertThat(mine().get(0).state()).isEqualTo(CallState.TALKING);

        take(link(LinkState.SYNCING));
        take(link(LinkState.LIVE));
        assertThat(mine().get(0).state()).isEqualTo(CallState.ENDED);
        assertThat(mine().get(0).endReason()).isEqualTo("LOST");
        assertThat(as("anna.schmidt", Role.AGENT).call(() -> desk.desk().agent().state()))
                .isNotEqualTo(AgentState.ON_CALL);
    }

    private LinkChanged link(LinkState state) {
        return new LinkChanged(PBX, ++seq, Instant.now(), state, "");
    }

    @Test
    void aPopTakesFewStatements() throws Exception {
        take(started("+493023125042"));
        try (Statements statements = new Statements(factory)) {
            take(ringing("+493023125042"));
            assertThat(statements.seen()).isNotEmpty().hasSizeLessThanOrEqualTo(MOST_FOR_A_POP);
        }
    }

    @Test
    void theFloorSeesTheCallThatWaits() throws Exception {
        take(started("+493023125042"));
        take(new CallEvent.QueueJoined(PBX, ++seq, Instant.now(), call, "orders-de", 1));
        assertThat(floor()).singleElement().satisfies(pop -> {
            assertThat(pop.agent()).isEmpty();
            assertThat(pop.state()).isEqualTo(CallState.WAITING);
        });
        take(ringing("+493023125042"));
        assertThat(floor()).singleElement().satisfies(pop -> assertThat(pop.agent())
                .isEqualTo("anna.schmidt"));
    }

    private List<CallPop> floor() throws Exception {
        return as("petra.lindner", Role.SUPERVISOR).call(() -> desk.live()).stream()
                .filter(p -> p.call().equals(call))
                .toList();
    }

    @Test
    void anAgentMayNotReportFacts() {
        assertThatThrownBy(() -> as("anna.schmidt", Role.AGENT).run(() -> desk.take(List.of(started("+493023125042")))))
                .isInstanceOf(EJBAccessException.class);
    }

    private CallEvent.Started started(String ani) {
        return new CallEvent.Started(
                PBX,
                ++seq,
                Instant.now(),
                call,
                CallEvent.Direction.INBOUND,
                TRUNK,
                new Caller(ani, "Anna", false),
                "+493023125100");
    }

    private CallEvent.Ringing ringing(String ani) {
        return new CallEvent.Ringing(
                PBX,
                ++seq,
                Instant.now(),
                call,
                TRUNK,
                List.of(AGENT),
                new Caller(ani, "Anna", false),
                "493023125100",
                "orders-de");
    }

    private void take(CtiEvent fact) throws Exception {
        as("telephony", Role.TELEPHONY).run(() -> desk.take(List.of(fact)));
    }

    private List<CallPop> mine() throws Exception {
        return as("anna.schmidt", Role.AGENT).call(() -> desk.desk().calls()).stream()
                .filter(p -> p.call().equals(call))
                .toList();
    }
}
