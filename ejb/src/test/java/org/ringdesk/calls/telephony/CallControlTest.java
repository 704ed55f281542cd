package org.ringdesk.calls.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringdesk.orders.Selling.ANNA;
import static org.ringdesk.orders.Selling.EMILY;
import static org.ringdesk.orders.Selling.LUKAS;
import static org.ringdesk.orders.Selling.MIRIAM;
import static org.ringdesk.orders.Selling.refused;
import static org.ringdesk.testing.Caller.as;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ringdesk.agents.AgentDesk;
import org.ringdesk.calls.CallControl;
import org.ringdesk.calls.CallDesk;
import org.ringdesk.calls.CallPop;
import org.ringdesk.calls.CallState;
import org.ringdesk.calls.CommandOutcome;
import org.ringdesk.calls.CommandView;
import org.ringdesk.calls.Move;
import org.ringdesk.calls.OfferedCall;
import org.ringdesk.calls.OfferedCalls;
import org.ringdesk.calls.PassTo;
import org.ringdesk.cti.CallEvent;
import org.ringdesk.cti.CallEvent.Direction;
import org.ringdesk.cti.CallId;
import org.ringdesk.cti.Caller;
import org.ringdesk.cti.CtiException;
import org.ringdesk.cti.EndReason;
import org.ringdesk.cti.Leg;
import org.ringdesk.cti.LinkChanged;
import org.ringdesk.cti.LinkState;
import org.ringdesk.cti.PbxId;
import org.ringdesk.cti.TransferKind;
import org.ringdesk.orders.OrderChanged;
import org.ringdesk.orders.OrderEntry;
import org.ringdesk.orders.OrderView;
import org.ringdesk.orders.Selling;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;
import org.ringdesk.testing.Database;
import org.ringdesk.testing.Rooms;

/** An agent controls calls at the screen, on both databases: what is sent, what is refused, and what proves it. */
class CallControlTest {
    private static final PbxId PBX = new PbxId("main");
    private static final Leg TRUNK = new Leg("PJSIP/trunk-00000001", "1.1", "PJSIP/trunk");
    private static final Leg OF_ANNA = new Leg("PJSIP/1001-00000001", "2.1", "PJSIP/1001");
    private static final Leg OF_EMILY = new Leg("PJSIP/1004-00000001", "4.1", "PJSIP/1004");
    private static final Leg OF_LUKAS = new Leg("PJSIP/1002-00000001", "3.1", "PJSIP/1002");

    private static final Set<Rooms> WIRED = new HashSet<>();

    private final CallId call = new CallId(UUID.randomUUID());
    private long seq = System.nanoTime();

    @ParameterizedTest
    @EnumSource
    void aCommandIsConfirmedByItsFact(Database database) {
        Rooms rooms = talking(database);
        CommandView sent = move(rooms, Move.HOLD);
        assertThat(sent.outcome()).isEqualTo(CommandOutcome.IN_FLIGHT);
        assertThat(rooms.phones().told()).containsExactly("hold [" + OF_ANNA.channel() + "]");

        take(rooms, new CallEvent.Held(PBX, ++seq, Instant.now(), call, TRUNK));
        assertThat(outcome(rooms, sent)).isEqualTo(CommandOutcome.IN_FLIGHT);
        take(rooms, new CallEvent.Held(PBX, ++seq, Instant.now(), call, OF_ANNA));
        assertThat(outcome(rooms, sent)).isEqualTo(CommandOutcome.CONFIRMED);
        assertThat(pop(rooms, "anna.schmidt").controls().moves())
                .contains("RESUME")
                .doesNotContain("HOLD");
    }

    @ParameterizedTest
    @EnumSource
    void twoQuickClicksDoItOnce(Database database) throws Exception {
        Rooms rooms = talking(database);
        ExecutorService clicks = Executors.newFixedThreadPool(2);
        try {
            Callable<String> click = () -> {
                try {
                    return move(rooms, Move.HANG_UP).outcome().name();
                } catch (Refusal refusal) {
                    return refusal.key();
                }
            };
            List<Future<String>> both = clicks.invokeAll(List.of(click, click));
            assertThat(List.of(both.get(0).get(), both.get(1).get()))
                    .containsExactlyInAnyOrder("IN_FLIGHT", "call.command.busy");
        } finally {
            clicks.shutdownNow();
        }
        assertThat(rooms.phones().told()).hasSize(1);
        refused("call.command.busy", () -> move(rooms, Move.PARK));
    }

    @ParameterizedTest
    @EnumSource
    void theSameClickTwiceIsOneCommand(Database database) {
        Rooms rooms = talking(database);
        UUID key = UUID.randomUUID();
        CommandView first = ANNA.call(() -> control(rooms).move(key, call, Move.HOLD));
        CommandView again = ANNA.call(() -> control(rooms).move(key, call, Move.HOLD));
        assertThat(again).isEqualTo(first);
        assertThat(rooms.phones().told()).hasSize(1);
        refused("call.command.key", () -> ANNA.call(() -> control(rooms).move(key, call, Move.PARK)));
    }

    @ParameterizedTest
    @EnumSource
    void foreignCallsAndIllegalMovesAreRefused(Database database) {
        Rooms rooms = talking(database);
        refused("call.unknown", () -> LUKAS.call(() -> control(rooms).move(UUID.randomUUID(), call, Move.HANG_UP)));
        refused(
                "call.unknown",
                () -> ANNA.call(
                        () -> control(rooms).move(UUID.randomUUID(), new CallId(UUID.randomUUID()), Move.HANG_UP)));
        refused("call.move.now", () -> move(rooms, Move.ANSWER));
        refused("call.move.now", () -> move(rooms, Move.COMPLETE));
        refused("call.target.self", () -> transfer(rooms, new PassTo.Agent("anna.schmidt")));
        refused("call.target.unknown", () -> transfer(rooms, new PassTo.Agent("nobody")));
        refused("call.target.unknown", () -> transfer(rooms, new PassTo.Queue("nowhere")));
        refused("call.number.invalid", () -> transfer(rooms, new PassTo.Number("1001,Hangup")));
        refused("call.digits.invalid", () -> ANNA.call(() -> control(rooms).digits(UUID.randomUUID(), call, "12a")));
        take(rooms, new CallEvent.Ended(PBX, ++seq, Instant.now(), call, TRUNK, EndReason.COMPLETED));
        refused("call.unknown", () -> move(rooms, Move.HANG_UP));
        assertThat(rooms.phones().told()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatThePhonesCannotDoIsSaidSo(Database database) {
        Rooms rooms = talking(database);
        rooms.phones().can();
        rooms.get(PbxAbilities.class).ask();
        refused("call.move.phone", () -> move(rooms, Move.HOLD));
        assertThat(pop(rooms, "anna.schmidt").controls().moves())
                .contains("HANG_UP")
                .doesNotContain("HOLD");
    }

    @ParameterizedTest
    @EnumSource
    void whatNothingProvesInTimeIsSaidAndLetGo(Database database) {
        Rooms rooms = talking(database);
        CommandView sent = move(rooms, Move.HOLD);
        Deadlines deadlines = rooms.get(Deadlines.class);
        deadlines.look();
        assertThat(outcome(rooms, sent)).isEqualTo(CommandOutcome.IN_FLIGHT);
        rooms.clock().forward(Duration.ofSeconds(6));
        deadlines.look();
        assertThat(outcome(rooms, sent)).isEqualTo(CommandOutcome.UNCONFIRMED);
        assertThat(told(rooms, sent)).last().extracting(CommandView::outcome).isEqualTo(CommandOutcome.UNCONFIRMED);
        assertThat(move(rooms, Move.HOLD).outcome()).isEqualTo(CommandOutcome.IN_FLIGHT);
    }

    @ParameterizedTest
    @EnumSource
    void aNoOfThePbxIsSaidAtOnceAndLetsGo(Database database) {
        Rooms rooms = talking(database);
        rooms.phones().answersWith(CtiException.Kind.REFUSED);
        assertThat(Selling.refusal(() -> move(rooms, Move.PARK)).arguments()).containsExactly("Not now");
        rooms.phones().answersWith(CtiException.Kind.UNAVAILABLE);
        refused("call.offline", () -> move(rooms, Move.PARK));
        rooms.phones().answersWith(CtiException.Kind.TIMEOUT);
        assertThat(move(rooms, Move.PARK).outcome()).isEqualTo(CommandOutcome.IN_FLIGHT);
    }

    @ParameterizedTest
    @EnumSource
    void whoComesTooLateForAParkedCallIsTold(Database database) {
        Rooms rooms = talking(database);
        take(rooms, new CallEvent.Parked(PBX, ++seq, Instant.now(), call, TRUNK, "702"));
        CommandView sent = LUKAS.call(() -> control(rooms).move(UUID.randomUUID(), call, Move.RETRIEVE));
        assertThat(rooms.phones().told()).containsExactly("retrieve [PJSIP/1002, 702, true]");
        refused("call.command.busy", () -> move(rooms, Move.RETRIEVE));
        take(rooms, new CallEvent.Unparked(PBX, ++seq, Instant.now(), call, TRUNK, null));
        assertThat(outcome(rooms, sent)).isEqualTo(CommandOutcome.REFUSED);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsParkedAtAnotherPbxIsNotToBeTaken(Database database) {
        Rooms rooms = talking(database);
        take(rooms, new CallEvent.Parked(PBX, ++seq, Instant.now(), call, TRUNK, "702"));
        MIRIAM.call(() -> rooms.get(AgentDesk.class).ready("1003"));
        assertThat(offeredTo(MIRIAM, rooms)).contains(call);
        MIRIAM.call(() -> rooms.get(AgentDesk.class).ready("berlin:1003"));
        assertThat(offeredTo(MIRIAM, rooms)).doesNotContain(call);
        refused("call.unknown", () -> MIRIAM.call(() -> control(rooms).move(UUID.randomUUID(), call, Move.RETRIEVE)));
        assertThat(rooms.phones().told()).noneMatch(said -> said.contains("retrieve"));
        MIRIAM.call(() -> rooms.get(AgentDesk.class).signOut());
    }

    private static List<CallId> offeredTo(org.ringdesk.testing.Caller who, Rooms rooms) {
        return who.call(() -> rooms.get(OfferedCalls.class).toTake()).stream()
                .map(OfferedCall::call)
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void mutingIsProvenByTheAnswer(Database database) {
        Rooms rooms = talking(database);
        assertThat(move(rooms, Move.MUTE).outcome()).isEqualTo(CommandOutcome.CONFIRMED);
        CallPop muted = pop(rooms, "anna.schmidt");
        assertThat(muted.controls().muted()).isTrue();
        assertThat(muted.controls().moves()).contains("UNMUTE").doesNotContain("MUTE");
    }

    @ParameterizedTest
    @EnumSource
    void aDialledCallIsTheCustomers(Database database) {
        Rooms rooms = rooms(database);
        Selling selling = new Selling(database);
        var customer = selling.petersen();
        UUID key = UUID.randomUUID();
        CommandView sent = EMILY.call(() -> control(rooms).dial(key, "+49 30 23125042", customer.number()));
        assertThat(rooms.phones().told()).containsExactly("dial [PJSIP/1004, +493023125042, null, true]");
        take(
                rooms,
                new CallEvent.Started(
                        PBX,
                        ++seq,
                        Instant.now(),
                        call,
                        Direction.OUTBOUND,
                        OF_EMILY,
                        new Caller("1001", null, false),
                        null));
        assertThat(outcome(rooms, sent)).isEqualTo(CommandOutcome.CONFIRMED);
        CallPop pop = pop(rooms, "emily.clarke");
        assertThat(pop.state()).isEqualTo(CallState.DIALLING);
        assertThat(pop.number()).isEqualTo("+493023125042");
        assertThat(pop.chosen()).isEqualTo(customer.number());
        refused("call.dial.busy", () -> EMILY.call(() -> control(rooms).redial(UUID.randomUUID())));
        take(rooms, new CallEvent.Ended(PBX, ++seq, Instant.now(), call, OF_EMILY, EndReason.BUSY));
        EMILY.call(() -> control(rooms).redial(UUID.randomUUID()));
        assertThat(rooms.phones().told()).hasSize(2).last().isEqualTo("dial [PJSIP/1004, +493023125042, null, true]");
    }

    @ParameterizedTest
    @EnumSource
    void theOrderGoesWithItsCall(Database database) {
        Rooms rooms = talking(database);
        Selling selling = new Selling(database);
        OrderEntry entry = rooms.get(OrderEntry.class);
        var customer = selling.petersen();
        OrderView draft = ANNA.call(() -> entry.start(Selling.DE, customer.number(), call));
        ANNA.call(() -> rooms.get(CallDesk.class).note(call, "asks for gift wrap"));

        CommandView sent = transfer(rooms, new PassTo.Agent("lukas.weber"));
        assertThat(rooms.phones().told()).containsExactly("transfer [" + OF_ANNA.channel() + ", Number[digits=1002]]");
        take(rooms, new CallEvent.LegLeft(PBX, ++seq, Instant.now(), call, OF_ANNA));
        take(rooms, new CallEvent.Transferred(PBX, ++seq, Instant.now(), call, TransferKind.BLIND, OF_ANNA, OF_LUKAS));
        assertThat(outcome(rooms, sent)).isEqualTo(CommandOutcome.CONFIRMED);
        assertThat(pop(rooms, "anna.schmidt").endReason()).isEqualTo("HANDED_OVER");
        assertThat(pop(rooms, "anna.schmidt").controls().handedTo())
                .isEqualTo(LUKAS.call(() ->
                        rooms.get(org.ringdesk.administration.Users.class).me().displayName()));
        assertThat(ANNA.call(() -> entry.get(draft.number())).agent()).isEqualTo("anna.schmidt");

        take(rooms, new CallEvent.Talking(PBX, ++seq, Instant.now(), call, TRUNK, OF_LUKAS));
        CallPop his = pop(rooms, "lukas.weber");
        assertThat(his.order()).isEqualTo(draft.number().value());
        assertThat(his.chosen()).isEqualTo(customer.number());
        assertThat(his.controls().note()).isEqualTo("asks for gift wrap");
        OrderView now = LUKAS.call(() -> entry.get(draft.number()));
        assertThat(now.agent()).isEqualTo("lukas.weber");
        assertThat(now.isHandedOnBy("anna.schmidt")).isTrue();
        refused(
                "order.handed-over",
                () -> ANNA.call(() -> entry.add(
                        draft.number(),
                        draft.version(),
                        selling.product("MUG-001").number(),
                        1)));
        OrderView more = LUKAS.call(() -> entry.add(
                draft.number(), now.version(), selling.product("MUG-001").number(), 2));
        assertThat(more.lines()).hasSize(1);
        assertThat(LUKAS.call(() -> entry.start(Selling.DE, customer.number(), call))
                        .number())
                .isEqualTo(draft.number());
    }

    @ParameterizedTest
    @EnumSource
    void whoIsAskedSeesTheCustomerAndChangesNothing(Database database) {
        Rooms rooms = talking(database);
        ANNA.call(() -> control(rooms).consult(UUID.randomUUID(), call, new PassTo.Agent("lukas.weber")));
        take(
                rooms,
                new CallEvent.Ringing(
                        PBX,
                        ++seq,
                        Instant.now(),
                        call,
                        OF_ANNA,
                        List.of(OF_LUKAS),
                        new Caller("1001", null, false),
                        null,
                        null));
        take(rooms, new CallEvent.Talking(PBX, ++seq, Instant.now(), call, OF_ANNA, OF_LUKAS));
        CallPop his = pop(rooms, "lukas.weber");
        assertThat(his.state()).isEqualTo(CallState.TALKING);
        assertThat(his.controls().guest()).isTrue();
        assertThat(his.controls().moves()).containsExactly("HANG_UP");
        assertThat(his.numberShown()).isEqualTo("030 23125042");
        refused("call.unknown", () -> LUKAS.call(() -> rooms.get(CallDesk.class).note(call, "mine")));
        CallPop hers = pop(rooms, "anna.schmidt");
        assertThat(Objects.requireNonNull(hers.controls().second()).stage()).isEqualTo("TALKING");
        assertThat(hers.controls().moves()).contains("COMPLETE", "CANCEL", "TOGGLE", "CONFERENCE");
    }

    private Rooms rooms(Database database) {
        Rooms rooms = new Selling(database).rooms();
        rooms.phones().anew();
        abilitiesAreKnown(rooms);
        AgentDesk agents = rooms.get(AgentDesk.class);
        List.of(ANNA, LUKAS, EMILY).forEach(agent -> agent.call(() -> agents.ready()));
        synchronized (WIRED) {
            if (WIRED.add(rooms)) {
                OrdersInCalls orders = rooms.get(OrdersInCalls.class);
                rooms.observe(event -> {
                    if (event instanceof OrderChanged change) {
                        orders.onOrder(change);
                    }
                });
            }
        }
        return rooms;
    }

    private void abilitiesAreKnown(Rooms rooms) {
        CallDesk desk = rooms.get(CallDesk.class);
        as("telephony", Role.TELEPHONY)
                .run(() -> desk.take(List.of(new LinkChanged(PBX, ++seq, Instant.now(), LinkState.LIVE, "test"))));
        rooms.get(PbxAbilities.class).ask();
    }

    private Rooms talking(Database database) {
        Rooms rooms = rooms(database);
        Caller caller = new Caller("+493023125042", "Anna", false);
        take(
                rooms,
                new CallEvent.Started(
                        PBX, ++seq, Instant.now(), call, Direction.INBOUND, TRUNK, caller, "+493023125100"));
        take(
                rooms,
                new CallEvent.Ringing(
                        PBX,
                        ++seq,
                        Instant.now(),
                        call,
                        TRUNK,
                        List.of(OF_ANNA),
                        caller,
                        "+493023125100",
                        "orders-de"));
        take(rooms, new CallEvent.Talking(PBX, ++seq, Instant.now(), call, TRUNK, OF_ANNA));
        return rooms;
    }

    private static CallControl control(Rooms rooms) {
        return rooms.get(CallControl.class);
    }

    private CommandView move(Rooms rooms, Move move) {
        return ANNA.call(() -> control(rooms).move(UUID.randomUUID(), call, move));
    }

    private CommandView transfer(Rooms rooms, PassTo to) {
        return ANNA.call(() -> control(rooms).transfer(UUID.randomUUID(), call, to));
    }

    private static void take(Rooms rooms, CallEvent fact) {
        CallDesk desk = rooms.get(CallDesk.class);
        as("telephony", Role.TELEPHONY).run(() -> desk.take(List.of(fact)));
    }

    private static CommandOutcome outcome(Rooms rooms, CommandView command) {
        return rooms.get(CommandBook.class).look(command.key()).outcome();
    }

    private static List<CommandView> told(Rooms rooms, CommandView command) {
        return rooms.events().stream()
                .filter(CommandView.class::isInstance)
                .map(CommandView.class::cast)
                .filter(view -> view.key().equals(command.key()))
                .toList();
    }

    private CallPop pop(Rooms rooms, String login) {
        return as(login, Role.AGENT).call(() -> rooms.get(CallDesk.class).desk()).calls().stream()
                .filter(pop -> pop.call().equals(call))
                .findFirst()
                .orElseThrow();
    }
}
