package org.ringdesk.agents.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringdesk.testing.Caller.as;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ringdesk.administration.UserView;
import org.ringdesk.administration.Users;
import org.ringdesk.agents.AgentDesk;
import org.ringdesk.agents.PauseReason;
import org.ringdesk.calls.CallDesk;
import org.ringdesk.cti.PbxId;
import org.ringdesk.cti.QueueMembers;
import org.ringdesk.cti.QueueMembers.Member;
import org.ringdesk.shared.Role;
import org.ringdesk.testing.Caller;
import org.ringdesk.testing.Database;
import org.ringdesk.testing.Rooms;
import org.ringdesk.testing.TestPhones;

/** What a PBX hears of the agents' wishes, on both databases. */
class QueueSeatsTest {
    private static final Caller ANNA = as("anna.schmidt", Role.AGENT);
    private static final Caller LUKAS = as("lukas.weber", Role.AGENT);
    private static final Caller TELEPHONY = as("telephony", Role.TELEPHONY);
    private static final Caller SYSTEM = as("system", Role.SYSTEM);

    private long seq;

    @AfterEach
    void everybodyLeaves() {
        for (Database database : Database.values()) {
            Rooms rooms = database.rooms();
            List.of(ANNA, LUKAS).forEach(agent -> agent.call(rooms.get(AgentDesk.class)::signOut));
            tell(rooms);
        }
    }

    @ParameterizedTest
    @EnumSource
    void afterAGapAPbxThatForgotNothingHearsNothing(Database database) {
        Rooms rooms = twoAreReady(database);
        found(rooms, TestPhones.PBX, places(rooms, ANNA, ""), places(rooms, LUKAS, ""));
        assertThat(tell(rooms)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhoIsNotAsWishedIsToldAnew(Database database) {
        Rooms rooms = twoAreReady(database);
        found(rooms, TestPhones.PBX, places(rooms, ANNA, ""), places(rooms, LUKAS, "LUNCH"));
        assertThat(tell(rooms)).singleElement().asString().startsWith("joinQueues [PJSIP/1002, Lukas Weber, ");
    }

    @ParameterizedTest
    @EnumSource
    void aPlaceThatIsMissingOrHasAnotherPenaltyIsToldAnew(Database database) {
        Rooms rooms = twoAreReady(database);
        List<Member> anna = new ArrayList<>(places(rooms, ANNA, ""));
        anna.remove(0);
        List<Member> lukas = places(rooms, LUKAS, "").stream()
                .map(m -> new Member(m.endpoint(), m.queue(), m.penalty() + 1, m.paused(), m.reason()))
                .toList();
        found(rooms, TestPhones.PBX, anna, lukas);
        assertThat(tell(rooms)).hasSize(2).allSatisfy(told -> assertThat(told).startsWith("joinQueues"));
    }

    @ParameterizedTest
    @EnumSource
    void aPbxThatForgotEverybodyHearsOfEverybody(Database database) {
        Rooms rooms = twoAreReady(database);
        found(rooms, TestPhones.PBX, List.of(), List.of());
        assertThat(tell(rooms)).hasSize(2).allSatisfy(told -> assertThat(told).startsWith("joinQueues"));
        assertThat(tell(rooms)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aPbxWhereNobodySitsIsNotAsked(Database database) {
        Rooms rooms = twoAreReady(database);
        found(rooms, new PbxId("elsewhere"), List.of(), List.of());
        assertThat(tell(rooms)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsBeingToldStaysUntoldWhateverThePbxSays(Database database) {
        Rooms rooms = twoAreReady(database);
        ANNA.call(() -> rooms.get(AgentDesk.class).pause(PauseReason.LUNCH));
        found(rooms, TestPhones.PBX, places(rooms, ANNA, "LUNCH"), places(rooms, LUKAS, ""));
        assertThat(tell(rooms)).containsExactly("pause [PJSIP/1001, true, LUNCH]");
    }

    @ParameterizedTest
    @EnumSource
    void aWishThatChangesWhileItIsToldIsToldAnew(Database database) {
        Rooms rooms = twoAreReady(database);
        Untold untold = rooms.get(Untold.class);
        AgentDesk desk = rooms.get(AgentDesk.class);
        ANNA.call(() -> desk.pause(PauseReason.LUNCH));
        Untold.Seat asTold = SYSTEM.call(untold::seats).get(0);
        ANNA.call(() -> desk.ready());
        untold.told(asTold);
        assertThat(tell(rooms)).containsExactly("pause [PJSIP/1001, false, ]");
    }

    @ParameterizedTest
    @EnumSource
    void eachPbxHearsOfThoseWhoSitAtItsPhones(Database database) {
        Rooms rooms = twoAreReady(database);
        AgentDesk desk = rooms.get(AgentDesk.class);
        LUKAS.call(() -> desk.ready("berlin:1001"));
        List<String> told = tell(rooms);
        assertThat(told)
                .filteredOn(command -> !command.startsWith("berlin: "))
                .isNotEmpty()
                .allSatisfy(command -> assertThat(command).startsWith("leaveQueues [PJSIP/1002, "));
        assertThat(told)
                .filteredOn(command -> command.startsWith("berlin: "))
                .singleElement()
                .asString()
                .startsWith("berlin: joinQueues [PJSIP/1001, Lukas Weber, ");
        found(rooms, TestPhones.PBX, places(rooms, ANNA, ""), List.of());
        assertThat(tell(rooms)).isEmpty();
        found(rooms, TestPhones.OTHER, List.of(), List.of());
        assertThat(tell(rooms)).singleElement().asString().startsWith("berlin: joinQueues [PJSIP/1001, ");
        LUKAS.call(() -> desk.ready("1002"));
        assertThat(tell(rooms)).anyMatch(command -> command.startsWith("berlin: leaveQueues [PJSIP/1001, "));
    }

    /** Both are in their queues, and the PBX has heard it. */
    private static Rooms twoAreReady(Database database) {
        Rooms rooms = database.rooms();
        AgentDesk desk = rooms.get(AgentDesk.class);
        List.of(ANNA, LUKAS).forEach(agent -> agent.call(() -> desk.ready()));
        assertThat(tell(rooms)).isNotEmpty();
        return rooms;
    }

    /** Carries out what is untold and says what the PBX heard. */
    private static List<String> tell(Rooms rooms) {
        rooms.phones().anew();
        SYSTEM.run(() -> rooms.get(QueueSeats.class).tell());
        return rooms.phones().told();
    }

    private static List<Member> places(Rooms rooms, Caller agent, String pause) {
        UserView user =
                SYSTEM.call(() -> rooms.get(Users.class).find(agent.login())).orElseThrow();
        String phone = Objects.requireNonNull(user.endpoint());
        return user.queues().stream()
                .map(p -> new Member(phone, p.queue(), p.penalty(), !pause.isEmpty(), pause))
                .toList();
    }

    private void found(Rooms rooms, PbxId pbx, List<Member> anna, List<Member> lukas) {
        List<Member> all = new ArrayList<>(anna);
        all.addAll(lukas);
        TELEPHONY.run(() -> rooms.get(CallDesk.class)
                .take(List.of(new QueueMembers(pbx, ++seq, rooms.clock().instant(), all))));
    }
}
