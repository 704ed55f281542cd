package org.ringdesk.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.ringdesk.it.As.as;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ringdesk.administration.ChannelCode;
import org.ringdesk.agents.AgentDesk;
import org.ringdesk.calls.CallControl;
import org.ringdesk.calls.CallDesk;
import org.ringdesk.calls.CallPop;
import org.ringdesk.calls.CallState;
import org.ringdesk.calls.Move;
import org.ringdesk.calls.OfferedCalls;
import org.ringdesk.calls.PassTarget;
import org.ringdesk.calls.PassTo;
import org.ringdesk.cti.CallEvent;
import org.ringdesk.cti.CallId;
import org.ringdesk.cti.Caller;
import org.ringdesk.cti.EndReason;
import org.ringdesk.cti.Leg;
import org.ringdesk.cti.PbxId;
import org.ringdesk.cti.TransferKind;
import org.ringdesk.customers.CustomerDesk;
import org.ringdesk.customers.CustomerView;
import org.ringdesk.orders.OrderEntry;
import org.ringdesk.orders.OrderView;
import org.ringdesk.shared.PhoneNumber;
import org.ringdesk.shared.Role;

/** Calls controlled through the front doors of the real server, where no PBX is: who may, what is refused, and who has what. */
class CallControlIT extends Deployed {
    private static final PbxId PBX = new PbxId("main");
    private static final Leg TRUNK = new Leg("PJSIP/trunk-00000001", "1.1", "PJSIP/trunk");
    private static final Leg ANNA = new Leg("PJSIP/1001-00000001", "2.1", "PJSIP/1001");
    private static final Leg LUKAS = new Leg("PJSIP/1002-00000001", "3.1", "PJSIP/1002");
    private static final As AS_ANNA = as("anna.schmidt", Role.AGENT);
    private static final As AS_LUKAS = as("lukas.weber", Role.AGENT);
    private static final Caller CALLER = new Caller("+493023125042", "Anna", false);

    @Inject
    private CallDesk desk;

    @Inject
    private CallControl control;

    @Inject
    private OfferedCalls offered;

    @Inject
    private AgentDesk agents;

    @Inject
    private OrderEntry entry;

    @Inject
    private CustomerDesk customers;

    private final CallId call = new CallId(UUID.randomUUID());
    private long seq = System.nanoTime();

    @BeforeEach
    void annaTalks() throws Exception {
        AS_ANNA.run(() -> agents.ready());
        AS_LUKAS.run(() -> agents.ready());
        take(new CallEvent.Started(
                PBX, ++seq, Instant.now(), call, CallEvent.Direction.INBOUND, TRUNK, CALLER, "+493023125100"));
        take(new CallEvent.Ringing(
                PBX, ++seq, Instant.now(), call, TRUNK, List.of(ANNA), CALLER, "493023125100", "orders-de"));
        take(new CallEvent.Talking(PBX, ++seq, Instant.now(), call, TRUNK, ANNA));
    }

    @AfterEach
    void theCallIsOver() throws Exception {
        take(new CallEvent.Ended(PBX, ++seq, Instant.now(), call, TRUNK, EndReason.COMPLETED));
        AS_ANNA.run(() -> agents.signOut());
        AS_LUKAS.run(() -> agents.signOut());
    }

    @Test
    void withoutAPbxNothingIsSentAndTheLockIsFree() {
        for (int i = 0; i < 2; i++) {
            refused("call.offline", () -> AS_ANNA.call(() -> control.move(UUID.randomUUID(), call, Move.HANG_UP)));
        }
    }

    @Test
    void onlyOnesOwnCallsAndOnlyAsAnAgent() {
        refused("call.unknown", () -> AS_LUKAS.call(() -> control.move(UUID.randomUUID(), call, Move.HANG_UP)));
        refused("call.move.now", () -> AS_ANNA.call(() -> control.move(UUID.randomUUID(), call, Move.ANSWER)));
        refused(
                "call.target.unknown",
                () -> AS_ANNA.call(() -> control.transfer(UUID.randomUUID(), call, new PassTo.Queue("nowhere"))));
        refused("call.dial.busy", () -> AS_ANNA.call(() -> control.dial(UUID.randomUUID(), "030 5551234", null)));
        assertThatThrownBy(() -> as("petra.lindner", Role.SUPERVISOR)
                        .call(() -> control.move(UUID.randomUUID(), call, Move.HANG_UP)))
                .isInstanceOf(EJBAccessException.class);
    }

    @Test
    void theOrderGoesWithItsCallAndComesBackWithIt() throws Exception {
        CustomerView customer = AS_ANNA.call(() -> customers.withPhone(new PhoneNumber("+493023125042")))
                .get(0);
        OrderView draft = AS_ANNA.call(() -> entry.start(new ChannelCode("DE"), customer.number(), call));
        goes(ANNA, LUKAS);
        CallPop his = pop(AS_LUKAS);
        assertThat(his.state()).isEqualTo(CallState.TALKING);
        assertThat(his.order()).isEqualTo(draft.number().value());
        assertThat(pop(AS_ANNA).endReason()).isEqualTo("HANDED_OVER");
        assertThat(pop(AS_ANNA).controls().handedTo()).isEqualTo("Lukas Weber");
        refused(
                "order.handed-over",
                () -> AS_ANNA.call(() -> {
                    entry.discard(draft.number(), draft.version());
                    return true;
                }));

        goes(LUKAS, ANNA);
        OrderView now = AS_ANNA.call(() -> entry.get(draft.number()));
        assertThat(now.agent()).isEqualTo("anna.schmidt");
        AS_ANNA.run(() -> entry.discard(draft.number(), now.version()));
    }

    @Test
    void whatIsParkedIsOfferedToAll() throws Exception {
        take(new CallEvent.Parked(PBX, ++seq, Instant.now(), call, TRUNK, "701"));
        assertThat(AS_LUKAS.call(() -> offered.toTake())).anySatisfy(waiting -> {
            assertThat(waiting.call()).isEqualTo(call);
            assertThat(waiting.move()).isEqualTo(Move.RETRIEVE);
            assertThat(waiting.place()).isEqualTo("701");
        });
        refused("call.offline", () -> AS_LUKAS.call(() -> control.move(UUID.randomUUID(), call, Move.RETRIEVE)));
    }

    @Test
    void colleaguesAndQueuesAreFoundByName() throws Exception {
        assertThat(AS_ANNA.call(() -> offered.targets("luk")))
                .extracting(PassTarget::id)
                .containsExactly("lukas.weber");
        assertThat(AS_ANNA.call(() -> offered.targets("orders")))
                .extracting(PassTarget::id)
                .contains("orders-uk");
    }

    @Test
    void aMissedCallOfOnesQueueIsOfferedToCallBack() throws Exception {
        CallId missed = new CallId(UUID.randomUUID());
        take(new CallEvent.Started(
                PBX, ++seq, Instant.now(), missed, CallEvent.Direction.INBOUND, TRUNK, CALLER, "+493023125100"));
        take(new CallEvent.QueueJoined(PBX, ++seq, Instant.now(), missed, "orders-de", 1));
        take(new CallEvent.Ended(PBX, ++seq, Instant.now(), missed, TRUNK, EndReason.CANCELLED));
        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertThat(AS_LUKAS.call(() -> offered.toCallBack()))
                .anySatisfy(over -> {
                    assertThat(over.call()).isEqualTo(missed);
                    assertThat(over.missed()).isTrue();
                }));
    }

    private void goes(Leg from, Leg to) throws Exception {
        take(new CallEvent.LegLeft(PBX, ++seq, Instant.now(), call, from));
        take(new CallEvent.Transferred(PBX, ++seq, Instant.now(), call, TransferKind.BLIND, from, to));
        take(new CallEvent.Talking(PBX, ++seq, Instant.now(), call, TRUNK, to));
    }

    private void take(CallEvent fact) throws Exception {
        as("telephony", Role.TELEPHONY).run(() -> desk.take(List.of(fact)));
    }

    private CallPop pop(As who) throws Exception {
        return who.call(() -> desk.desk().calls()).stream()
                .filter(p -> p.call().equals(call))
                .findFirst()
                .orElseThrow();
    }
}
