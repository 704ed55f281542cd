package org.ringdesk.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ringdesk.testing.Caller.as;

import jakarta.ejb.EJBAccessException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringdesk.administration.AfterCallMode;
import org.ringdesk.administration.AfterCallRule;
import org.ringdesk.administration.ChannelCode;
import org.ringdesk.administration.MissedCallRule;
import org.ringdesk.administration.Queues;
import org.ringdesk.administration.TelephonyRules;
import org.ringdesk.cti.CallId;
import org.ringdesk.cti.PbxId;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;
import org.ringdesk.testing.Caller;
import org.ringdesk.testing.Database;
import org.ringdesk.testing.Rooms;
import org.ringdesk.testing.TestPhones;

/** Who sits where, whom the time signs out and what is kept of a call, on both databases with a clock that is moved. */
class AgentDeskTest {
    private static final Caller ANNA = as("anna.schmidt", Role.AGENT);
    private static final Caller LUKAS = as("lukas.weber", Role.AGENT);
    private static final Caller PETRA = as("petra.lindner", Role.SUPERVISOR);
    private static final Caller KATRIN = as("katrin.brandt", Role.ADMIN);
    private static final Caller TELEPHONY = as("telephony", Role.TELEPHONY);
    private static final Caller SYSTEM = as("system", Role.SYSTEM);
    private static final Duration LONG = Duration.ofMinutes(10);

    @AfterEach
    void everybodyLeaves() {
        List.of(Database.values()).forEach(AgentDeskTest::rooms);
    }

    /** The rooms with nobody signed in. */
    private static Rooms rooms(Database database) {
        Rooms rooms = database.rooms();
        AgentDesk desk = rooms.get(AgentDesk.class);
        SYSTEM.call(() -> rooms.get(AgentDeadlines.class).gone());
        for (Caller agent : List.of(ANNA, LUKAS)) {
            TELEPHONY.run(() -> desk.phones(List.of(new PhoneMove(agent.login(), PhoneState.IDLE))));
            PETRA.call(() -> desk.free(agent.login()));
        }
        return rooms;
    }

    /** The login of who sits there. */
    private static @Nullable String at(AgentDesk desk, PbxId pbx, String endpoint) {
        Phone phone = new Phone(pbx, endpoint);
        return TELEPHONY.call(() -> desk.at(List.of(phone))).get(phone);
    }

    @ParameterizedTest
    @EnumSource
    void factsFindTheAgentWhereTheySit(Database database) {
        AgentDesk desk = rooms(database).get(AgentDesk.class);
        assertThat(at(desk, TestPhones.PBX, "PJSIP/1001")).isNull();
        assertThat(ANNA.call(() -> desk.ready()).endpoint()).isEqualTo("PJSIP/1001");
        assertThat(at(desk, TestPhones.PBX, "PJSIP/1001")).isEqualTo("anna.schmidt");
        assertThat(ANNA.call(() -> desk.pause(PauseReason.LUNCH, "1042")).endpoint())
                .isEqualTo("PJSIP/1042");
        assertThat(at(desk, TestPhones.PBX, "PJSIP/1001")).isNull();
        assertThat(at(desk, TestPhones.PBX, "PJSIP/1042")).isEqualTo("anna.schmidt");
        assertThat(ANNA.call(desk::signOut).endpoint()).isNull();
        assertThat(at(desk, TestPhones.PBX, "PJSIP/1042")).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void phonesOfTheSameNameAtTwoPbxsAreTwo(Database database) {
        AgentDesk desk = rooms(database).get(AgentDesk.class);
        ANNA.call(() -> desk.ready());
        assertThat(LUKAS.call(() -> desk.ready("berlin:1001")).endpoint()).isEqualTo("berlin:PJSIP/1001");
        assertThat(at(desk, TestPhones.PBX, "PJSIP/1001")).isEqualTo("anna.schmidt");
        assertThat(at(desk, TestPhones.OTHER, "PJSIP/1001")).isEqualTo("lukas.weber");
        TELEPHONY.run(() -> desk.devices(Map.of(new Phone(TestPhones.OTHER, "PJSIP/1001"), false)));
        assertThat(LUKAS.call(desk::me).state()).isEqualTo(AgentState.UNREACHABLE);
        assertThat(ANNA.call(desk::me).state()).isEqualTo(AgentState.READY);
        assertThat(ANNA.call(() -> desk.sitsAt("lukas.weber", TestPhones.OTHER)))
                .isTrue();
        assertThat(ANNA.call(() -> desk.sitsAt("lukas.weber", TestPhones.PBX))).isFalse();
        assertThat(ANNA.call(() -> desk.sitsAt("anna.schmidt", TestPhones.PBX))).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aPhoneOfAPbxThatThereIsNotIsRefused(Database database) {
        AgentDesk desk = rooms(database).get(AgentDesk.class);
        assertThatThrownBy(() -> ANNA.call(() -> desk.ready("hamburg:1001")))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.key()).isEqualTo("agent.extension.pbx");
                    assertThat(refusal.arguments()).containsExactly(new PbxId("hamburg"));
                });
        assertThat(ANNA.call(desk::me).endpoint()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void aTakenExtensionIsRefusedWithTheHoldersName(Database database) {
        Rooms rooms = rooms(database);
        AgentDesk desk = rooms.get(AgentDesk.class);
        ANNA.call(() -> desk.ready());
        assertThatThrownBy(() -> LUKAS.call(() -> desk.ready("1001")))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.key()).isEqualTo("agent.extension.taken");
                    assertThat(refusal.arguments()).containsExactly("1001", "Anna Schmidt");
                });
        assertThat(LUKAS.call(() -> desk.ready()).endpoint()).isEqualTo("PJSIP/1002");
        assertThat(ANNA.call(desk::me).state()).isEqualTo(AgentState.READY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"10 01", "PJSIP/", "1001&PJSIP/1002", "1001\r\nAction: Command", "Local/1001@x/n", "../1001", "ö"
            })
    void nonsenseIsNoExtension(String typed) {
        AgentDesk desk = rooms(Database.H2).get(AgentDesk.class);
        assertThatThrownBy(() -> ANNA.call(() -> desk.ready(typed)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("agent.extension.invalid"));
    }

    @ParameterizedTest
    @EnumSource
    void aStaleLogInIsTakenOverAndTheHolderTold(Database database) {
        Rooms rooms = rooms(database);
        AgentDesk desk = rooms.get(AgentDesk.class);
        ANNA.call(() -> desk.ready());
        rooms.clock().forward(Duration.ofSeconds(149));
        assertThatThrownBy(() -> LUKAS.call(() -> desk.ready("1001"))).isInstanceOf(Refusal.class);
        rooms.clock().forward(Duration.ofSeconds(2));
        assertThat(LUKAS.call(() -> desk.ready("1001")).endpoint()).isEqualTo("PJSIP/1001");
        AgentView anna = ANNA.call(desk::me);
        assertThat(anna.state()).isEqualTo(AgentState.SIGNED_OUT);
        assertThat(anna.notice())
                .isEqualTo(new Notice(
                        Notice.Kind.TAKEN_OVER, "Lukas Weber", rooms.clock().instant()));
    }

    @ParameterizedTest
    @EnumSource
    void whoIsGoneIsSignedOutUnlessACallIsUp(Database database) {
        Rooms rooms = rooms(database);
        AgentDesk desk = rooms.get(AgentDesk.class);
        AgentDeadlines deadlines = rooms.get(AgentDeadlines.class);
        ANNA.call(() -> desk.ready());
        LUKAS.call(() -> desk.ready());
        TELEPHONY.run(
                () -> desk.phones(List.of(PhoneMove.talks("anna.schmidt", new AnsweredCall(call(), null, null)))));
        rooms.clock().forward(LONG);
        SYSTEM.run(() -> deadlines.seen(List.of("lukas.weber")));
        assertThat(SYSTEM.call(deadlines::gone)).isEmpty();

        TELEPHONY.run(() -> desk.phones(List.of(new PhoneMove("anna.schmidt", PhoneState.IDLE))));
        assertThat(SYSTEM.call(deadlines::gone)).containsExactly("anna.schmidt");
        SYSTEM.run(() -> deadlines.signOutGone("anna.schmidt"));
        SYSTEM.run(() -> deadlines.signOutGone("lukas.weber"));
        AgentView anna = ANNA.call(desk::me);
        assertThat(anna.state()).isEqualTo(AgentState.SIGNED_OUT);
        assertThat(anna.notice()).isNotNull().extracting(Notice::kind).isEqualTo(Notice.Kind.ABSENT);
        assertThat(LUKAS.call(desk::me).state()).isEqualTo(AgentState.READY);
        assertThat(SYSTEM.call(deadlines::gone)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aSupervisorFreesAPhoneButNotInACall(Database database) {
        AgentDesk desk = rooms(database).get(AgentDesk.class);
        ANNA.call(() -> desk.ready());
        TELEPHONY.run(() -> desk.phones(List.of(new PhoneMove("anna.schmidt", PhoneState.RINGING))));
        assertThatThrownBy(() -> PETRA.call(() -> desk.free("anna.schmidt")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("agent.on-call"));
        TELEPHONY.run(() -> desk.phones(List.of(new PhoneMove("anna.schmidt", PhoneState.IDLE))));
        assertThat(PETRA.call(() -> desk.free("anna.schmidt")).state()).isEqualTo(AgentState.SIGNED_OUT);
        assertThatThrownBy(() -> ANNA.call(() -> desk.free("lukas.weber"))).isInstanceOf(EJBAccessException.class);
    }

    @ParameterizedTest
    @EnumSource
    void aMissedCallDoesWhatTheAdminChose(Database database) {
        Rooms rooms = rooms(database);
        AgentDesk desk = rooms.get(AgentDesk.class);
        missedCalls(rooms, MissedCallRule.PAUSE);
        ANNA.call(() -> desk.ready());
        TELEPHONY.run(() -> desk.phones(List.of(new PhoneMove("anna.schmidt", PhoneState.RINGING))));
        TELEPHONY.run(() -> desk.phones(List.of(PhoneMove.missed("anna.schmidt"))));
        AgentView anna = ANNA.call(desk::me);
        assertThat(anna.state()).isEqualTo(AgentState.PAUSED);
        assertThat(anna.reason()).isEqualTo(PauseReason.MISSED_CALL);
        missedCalls(rooms, MissedCallRule.STAY_READY);
        ANNA.call(() -> desk.ready());
        TELEPHONY.run(() -> desk.phones(List.of(PhoneMove.missed("anna.schmidt"))));
        assertThat(ANNA.call(desk::me).state()).isEqualTo(AgentState.READY);
    }

    @ParameterizedTest
    @EnumSource
    void aPhoneThatIsNotThereMakesItsAgentUnreachable(Database database) {
        AgentDesk desk = rooms(database).get(AgentDesk.class);
        ANNA.call(() -> desk.ready());
        TELEPHONY.run(() -> desk.devices(Map.of(new Phone(TestPhones.PBX, "PJSIP/1001"), false)));
        assertThat(ANNA.call(desk::me).state()).isEqualTo(AgentState.UNREACHABLE);
        TELEPHONY.run(() -> desk.devices(Map.of(new Phone(TestPhones.PBX, "PJSIP/1001"), true)));
        assertThat(ANNA.call(desk::me).state()).isEqualTo(AgentState.READY);
        TELEPHONY.run(() -> desk.devices(Map.of(new Phone(TestPhones.PBX, "PJSIP/9999"), false)));
    }

    @ParameterizedTest
    @EnumSource
    void theWorkIsWrittenExtendedAndFinishedWithTheCodeThatIsRequired(Database database) {
        Rooms rooms = rooms(database);
        WrapUpDesk work = rooms.get(WrapUpDesk.class);
        rule(rooms, new AfterCallRule(AfterCallMode.REQUIRED, 30, 1, 30, true));
        afterACall(rooms);

        refused("wrap-up.code.missing", () -> ANNA.call(() -> work.finish(null, "no code")));
        refused("wrap-up.code.unknown", () -> ANNA.call(() -> work.write("NONSENSE", null)));
        refused("wrap-up.note.long", () -> ANNA.call(() -> work.write(null, "x".repeat(501))));
        refused("payment.card.number", () -> ANNA.call(() -> work.write(null, "pays with 4111 1111 1111 1111")));
        ANNA.call(() -> work.write("ORDER", "two lamps"));
        WrapUpView panel = ANNA.call(work::mine).orElseThrow();
        assertThat(panel.code()).isEqualTo("ORDER");
        assertThat(panel.note()).isEqualTo("two lamps");
        assertThat(panel.codes()).hasSize(5);
        ANNA.call(work::extend);
        refused("wrap-up.not-extendable", () -> ANNA.call(work::extend));

        rooms.events().clear();
        assertThat(ANNA.call(() -> work.finish("ORDER", "two lamps, blue")).state())
                .isEqualTo(AgentState.READY);
        assertThat(rooms.events())
                .filteredOn(CallWrappedUp.class::isInstance)
                .singleElement()
                .satisfies(event -> {
                    CallWrappedUp done = (CallWrappedUp) event;
                    assertThat(done.code()).isEqualTo("ORDER");
                    assertThat(done.note()).isEqualTo("two lamps, blue");
                });
        refused("wrap-up.none", () -> ANNA.call(work::want));
    }

    @ParameterizedTest
    @EnumSource
    void theTimeIsInTheDatabaseAndEndsTheWork(Database database) {
        Rooms rooms = rooms(database);
        AgentDeadlines deadlines = rooms.get(AgentDeadlines.class);
        rule(rooms, new AfterCallRule(AfterCallMode.FIXED, 30, 0, 0, false));
        afterACall(rooms);
        refused(
                "wrap-up.fixed",
                () -> ANNA.call(() -> rooms.get(WrapUpDesk.class).finish(null, null)));
        rooms.clock().forward(Duration.ofSeconds(29));
        assertThat(SYSTEM.call(deadlines::overdue)).isEmpty();
        SYSTEM.run(() -> deadlines.timeIsUp("anna.schmidt"));
        AgentDesk desk = rooms.get(AgentDesk.class);
        assertThat(ANNA.call(desk::me).state()).isEqualTo(AgentState.AFTER_CALL);
        rooms.clock().forward(Duration.ofSeconds(1));
        assertThat(SYSTEM.call(deadlines::overdue)).containsExactly("anna.schmidt");
        SYSTEM.run(() -> deadlines.timeIsUp("anna.schmidt"));
        assertThat(ANNA.call(desk::me).state()).isEqualTo(AgentState.READY);
        assertThat(SYSTEM.call(deadlines::overdue)).isEmpty();
    }

    private static void afterACall(Rooms rooms) {
        AgentDesk desk = rooms.get(AgentDesk.class);
        ANNA.call(() -> desk.ready());
        TELEPHONY.run(() -> desk.phones(List.of(
                PhoneMove.talks("anna.schmidt", new AnsweredCall(call(), "service-de", new ChannelCode("DE"))))));
        TELEPHONY.run(() -> desk.phones(List.of(new PhoneMove("anna.schmidt", PhoneState.IDLE))));
        assertThat(ANNA.call(desk::me).state()).isEqualTo(AgentState.AFTER_CALL);
    }

    private static void rule(Rooms rooms, AfterCallRule rule) {
        Queues queues = rooms.get(Queues.class);
        long version = KATRIN.call(() -> queues.get("service-de")).version();
        KATRIN.call(() -> queues.save("service-de", "Service", rule, "", version));
    }

    private static void missedCalls(Rooms rooms, MissedCallRule rule) {
        Queues queues = rooms.get(Queues.class);
        TelephonyRules now = KATRIN.call(queues::telephony);
        KATRIN.call(() -> queues.save(now.grace(), rule, now.version()));
    }

    private static void refused(String key, Runnable work) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.key())
                .isEqualTo(key));
    }

    private static CallId call() {
        return new CallId(UUID.randomUUID());
    }
}
