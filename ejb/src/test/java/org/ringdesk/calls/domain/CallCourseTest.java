package org.ringdesk.calls.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringdesk.calls.CallState;
import org.ringdesk.calls.Move;
import org.ringdesk.cti.EndReason;
import org.ringdesk.customers.CustomerNumber;

/** Calls as the PBX's facts tell them, in the order in which a real Asterisk gave them, and who has them after each. */
class CallCourseTest {
    private static final Path RECORDED = Path.of("../cti-adapter/rar/src/test/resources/traces");

    private static final String ANNA_TALKS = """
            1 started inbound PJSIP/trunk-30 by +4917012345 (Jane) to 4930100
            1 waits in sales at 1
            1 rings PJSIP/1001-31 for PJSIP/trunk-30, +4917012345 (Jane), queue sales
            1 ring of PJSIP/1001-31 ended: answer
            1 left sales connected
            1 talk PJSIP/trunk-30 with PJSIP/1001-31
            """;

    private static final String BEN_IS_ASKED = ANNA_TALKS + """
            1 held by PJSIP/1001-31
            1 rings PJSIP/1002-32 for PJSIP/1001-31, 1001 (Desk 1001)
            """;

    private static final String BEN_IS_TOLD = BEN_IS_ASKED + """
            1 ring of PJSIP/1002-32 ended: answer
            1 talk PJSIP/1001-31 with PJSIP/1002-32
            """;

    private final Transcript facts = new Transcript();

    @Test
    void isTalkedByWhoAnswered() {
        CallRecord call = facts.take(ANNA_TALKS).call();
        assertThat(call.agent()).isEqualTo("anna");
        assertThat(call.standOf("anna")).isEqualTo(Stand.TALKING);
        assertThat(call.channelOf("anna")).isEqualTo("PJSIP/1001-31");
        assertThat(call.otherChannel()).isEqualTo("PJSIP/trunk-30");
        assertThat(call.standOf("ben")).isEqualTo(Stand.NONE);
    }

    @Test
    void ringsAtItsTargetWithAChannelToAnswer() {
        CallRecord call = facts.take("1 started inbound PJSIP/trunk-30 by x to y")
                .take("1 rings PJSIP/1001-31 + PJSIP/1002-32 for PJSIP/trunk-30, queue sales")
                .call();
        assertThat(call.channelOf("ben")).isEqualTo("PJSIP/1002-32");
        assertThat(call.standOf("cora")).isEqualTo(Stand.RINGING_ELSEWHERE);
        facts.take("1 ring of PJSIP/1002-32 ended: rejected");
        assertThat(call.audience()).containsExactly("anna");
        assertThat(call.state()).isEqualTo(CallState.RINGING);
        facts.take("1 ring of PJSIP/1001-31 ended: no answer");
        assertThat(call.audience()).isEmpty();
        assertThat(call.state()).isEqualTo(CallState.WAITING);
    }

    @Test
    void goesBlindlyToTheOtherAgent() {
        CallRecord call = facts.take(ANNA_TALKS).take("1 gone PJSIP/1001-31").call();
        assertThat(call.agent()).isNull();
        facts.take("1 blind transfer by PJSIP/1001-31 of PJSIP/trunk-30 to PJSIP/1002-2f");
        facts.take("1 rings PJSIP/1002-2f for PJSIP/trunk-30, +4917012345 (Jane)");
        assertThat(call.standOf("ben")).isEqualTo(Stand.RINGING);
        assertThat(Objects.requireNonNull(call.handed()).by()).isEqualTo("anna");
        assertThat(Objects.requireNonNull(call.handed()).to()).isEqualTo("ben");
        facts.take("""
                1 ring of PJSIP/1002-2f ended: answer
                1 talk PJSIP/trunk-30 with PJSIP/1002-2f
                """);
        assertThat(call.agent()).isEqualTo("ben");
        assertThat(call.standOf("ben")).isEqualTo(Stand.TALKING);
        assertThat(call.standOf("anna")).isEqualTo(Stand.NONE);
        assertThat(call.audience()).containsExactly("ben");
    }

    @Test
    void goesBlindlyOutOfTheHouse() {
        CallRecord call = facts.take(ANNA_TALKS).take("""
                        1 gone PJSIP/1001-31
                        1 blind transfer by PJSIP/1001-31 of PJSIP/trunk-30 to PJSIP/trunk-37
                        1 rings PJSIP/trunk-37 for PJSIP/trunk-30, x (Jane)
                        1 ring of PJSIP/trunk-37 ended: answer
                        1 talk PJSIP/trunk-30 with PJSIP/trunk-37
                        """).call();
        assertThat(call.audience()).isEmpty();
        assertThat(call.state()).isEqualTo(CallState.TALKING);
        call.named("+4930666666");
        assertThat(Objects.requireNonNull(call.handed()).to()).isEqualTo("+4930666666");
    }

    @Test
    void goesBlindlyToAQueueWhoseAgentHasItThen() {
        CallRecord call = facts.take(ANNA_TALKS).take("""
                        1 gone PJSIP/1001-31
                        1 blind transfer by PJSIP/1001-31 of PJSIP/trunk-30 to nobody
                        """).call();
        call.named("service");
        assertThat(Objects.requireNonNull(call.handed()).to()).isEqualTo("service");
        facts.take("1 waits in service at 1");
        assertThat(call.state()).isEqualTo(CallState.WAITING);
        assertThat(call.queue()).isEqualTo("service");
        facts.take("""
                1 rings PJSIP/1002-07 for PJSIP/trunk-30, x (Jane), queue service
                1 talk PJSIP/trunk-30 with PJSIP/1002-07
                """);
        assertThat(call.agent()).isEqualTo("ben");
        assertThat(Objects.requireNonNull(call.handed()).to()).isEqualTo("ben");
    }

    @Test
    void staysTheAgentsWhileSomebodyIsAsked() {
        CallRecord call = facts.take(BEN_IS_ASKED).call();
        assertThat(call.standOf("anna")).isEqualTo(Stand.CONSULT_RINGING);
        assertThat(call.standOf("ben")).isEqualTo(Stand.RINGING);
        facts.take("1 ring of PJSIP/1002-32 ended: answer").take("1 talk PJSIP/1001-31 with PJSIP/1002-32");
        assertThat(call.agent()).isEqualTo("anna");
        assertThat(call.standOf("anna")).isEqualTo(Stand.CONSULT_TALKING);
        assertThat(call.standOf("ben")).isEqualTo(Stand.GUEST);
        assertThat(call.channelOf("ben")).isEqualTo("PJSIP/1002-32");
        assertThat(call.audience()).containsExactlyInAnyOrder("anna", "ben");
    }

    @Test
    void isTheAskedOnesWhenCompleted() {
        CallRecord call = facts.take(BEN_IS_TOLD)
                .take("1 attended transfer by PJSIP/1001-31 of PJSIP/trunk-30 to PJSIP/1002-32")
                .call();
        assertThat(call.agent()).isEqualTo("ben");
        facts.take("1 talk PJSIP/trunk-30 with PJSIP/1002-32").take("1 gone PJSIP/1001-31");
        assertThat(call.standOf("ben")).isEqualTo(Stand.TALKING);
        assertThat(call.second()).isNull();
        assertThat(Objects.requireNonNull(call.handed()).to()).isEqualTo("ben");
    }

    @Test
    void isTheAgentsAgainWhenCancelled() {
        CallRecord call = facts.take(BEN_IS_TOLD).take("""
                        1 talk PJSIP/trunk-30 with PJSIP/1001-31
                        1 resumed by PJSIP/1001-31
                        1 gone PJSIP/1002-32
                        """).call();
        assertThat(call.standOf("anna")).isEqualTo(Stand.TALKING);
        assertThat(call.audience()).containsExactly("anna");
    }

    @Test
    void isTheAgentsAgainWhenTheAskedOneDoesNotAnswer() {
        CallRecord call = facts.take(BEN_IS_ASKED)
                .take("1 resumed by PJSIP/1001-31")
                .take("1 ring of PJSIP/1002-32 ended: cancelled")
                .call();
        assertThat(call.standOf("anna")).isEqualTo(Stand.TALKING);
        assertThat(call.second()).isNull();
    }

    /** Asked twice in a row: what comes late of the first time is not about the second. */
    @ParameterizedTest
    @ValueSource(strings = {"PJSIP/1002-33", "PJSIP/1003-33", "PJSIP/trunk-33"})
    void isAskedAboutAgainRightAfterItWasCancelled(String next) {
        CallRecord call = facts.take(BEN_IS_ASKED).take("""
                        1 resumed by PJSIP/1001-31
                        1 held by PJSIP/1001-31
                        1 rings %s for PJSIP/1001-31, 1001 (Desk 1001)
                        1 ring of PJSIP/1002-32 ended: cancelled
                        1 gone PJSIP/1002-32
                        """.formatted(next)).call();
        assertThat(call.standOf("anna")).isEqualTo(Stand.CONSULT_RINGING);
        assertThat(Objects.requireNonNull(call.second()).channel()).isEqualTo(next);
        assertThat(call.ringing().values()).isSubsetOf(next);
        assertThat(call.standOf("ben")).isEqualTo(next.contains("1002") ? Stand.RINGING : Stand.NONE);
        facts.take("1 ring of %s ended: answer".formatted(next)).take("1 talk PJSIP/1001-31 with %s".formatted(next));
        assertThat(call.standOf("anna")).isEqualTo(Stand.CONSULT_TALKING);
    }

    @Test
    void isAskedAboutAgainAfterAWordWithTheFirst() {
        CallRecord call = facts.take(BEN_IS_TOLD).take("""
                        1 talk PJSIP/trunk-30 with PJSIP/1001-31
                        1 resumed by PJSIP/1001-31
                        1 held by PJSIP/1001-31
                        1 rings PJSIP/1002-33 for PJSIP/1001-31, 1001 (Desk 1001)
                        1 gone PJSIP/1002-32
                        """).call();
        assertThat(call.standOf("anna")).isEqualTo(Stand.CONSULT_RINGING);
        assertThat(call.channelOf("ben")).isEqualTo("PJSIP/1002-33");
        facts.take("1 ring of PJSIP/1002-33 ended: no answer").take("1 resumed by PJSIP/1001-31");
        assertThat(call.standOf("anna")).isEqualTo(Stand.TALKING);
        assertThat(call.audience()).containsExactly("anna");
    }

    @Test
    void keepsItsQueueWhileAnotherIsAsked() {
        CallRecord call = facts.take(ANNA_TALKS).take("""
                        1 held by PJSIP/1001-31
                        1 waits in service at 1
                        """).call();
        assertThat(call.queue()).isEqualTo("sales");
        assertThat(call.standOf("anna")).isEqualTo(Stand.CONSULT_RINGING);
        facts.take("1 rings PJSIP/1002-32 for PJSIP/1001-31, 1001 (Desk 1001), queue service");
        assertThat(call.queue()).isEqualTo("sales");
        assertThat(call.standOf("anna")).isEqualTo(Stand.CONSULT_RINGING);
        assertThat(Objects.requireNonNull(call.second()).shown()).isEqualTo("service");
        facts.take("1 ring of PJSIP/1002-32 ended: no answer");
        assertThat(call.standOf("anna")).isEqualTo(Stand.CONSULT_RINGING);
        assertThat(call.standOf("ben")).isEqualTo(Stand.NONE);
        facts.take("1 rings PJSIP/1002-33 + PJSIP/1003-33 for PJSIP/1001-31, 1001 (Desk 1001), queue service")
                .take("1 ring of PJSIP/1002-33 ended: rejected");
        assertThat(call.standOf("anna")).isEqualTo(Stand.CONSULT_RINGING);
        facts.take("1 ring of PJSIP/1003-33 ended: answer")
                .take("1 left service connected")
                .take("1 talk PJSIP/1001-31 with PJSIP/1003-33");
        assertThat(call.standOf("cora")).isEqualTo(Stand.GUEST);
        assertThat(call.queue()).isEqualTo("sales");
    }

    @Test
    void isTheAgentsAgainWhenNobodyOfTheQueueWasThere() {
        CallRecord call = facts.take(ANNA_TALKS).take("""
                        1 held by PJSIP/1001-31
                        1 waits in service at 1
                        """).call();
        assertThat(LegalMoves.of(call, "anna", LegalMoves.EVERYTHING)).contains(Move.CANCEL);
        facts.take("1 resumed by PJSIP/1001-31").take("1 left service abandoned");
        assertThat(call.standOf("anna")).isEqualTo(Stand.TALKING);
        assertThat(call.second()).isNull();
        assertThat(call.queue()).isEqualTo("sales");
    }

    @Test
    void isToldToOneAfterTheOther() {
        CallRecord call = facts.take(BEN_IS_TOLD)
                .take("1 talk PJSIP/trunk-30 with PJSIP/1001-31")
                .take("1 resumed by PJSIP/1001-31")
                .call();
        assertThat(call.standOf("anna")).isEqualTo(Stand.CONSULT_ASIDE);
        assertThat(call.stateFor("ben")).isEqualTo(CallState.HELD);
        facts.take("""
                1 held by PJSIP/1001-31
                1 talk PJSIP/1001-31 with PJSIP/1002-32
                1 resumed by PJSIP/1001-31
                """);
        assertThat(call.standOf("anna")).isEqualTo(Stand.CONSULT_TALKING);
        assertThat(call.stateFor("anna")).isEqualTo(CallState.HELD);
    }

    @Test
    void isTalkedByThreeAndThenByTwo() {
        CallRecord call = facts.take(BEN_IS_TOLD).take("1 joined PJSIP/1002-32").call();
        assertThat(call.standOf("anna")).isEqualTo(Stand.CONFERENCE);
        assertThat(call.standOf("ben")).isEqualTo(Stand.GUEST);
        facts.take("""
                1 gone PJSIP/1002-32
                1 left conference PJSIP/1002-32
                1 talk PJSIP/trunk-30 with PJSIP/1001-31
                """);
        assertThat(call.standOf("anna")).isEqualTo(Stand.TALKING);
        assertThat(call.second()).isNull();
    }

    @Test
    void isTheOthersWhenTheAgentLeavesTheConference() {
        CallRecord call = facts.take(BEN_IS_TOLD).take("""
                        1 joined PJSIP/1002-32
                        1 gone PJSIP/1001-31
                        1 left conference PJSIP/1001-31
                        1 talk PJSIP/trunk-30 with PJSIP/1002-32
                        """).call();
        assertThat(call.agent()).isEqualTo("ben");
        assertThat(call.standOf("ben")).isEqualTo(Stand.TALKING);
        assertThat(Objects.requireNonNull(call.handed()).by()).isEqualTo("anna");
    }

    @Test
    void isPassedOnWhileTheTargetRings() {
        CallRecord call = facts.take(BEN_IS_ASKED)
                .take("1 blonde transfer by PJSIP/1001-31 of PJSIP/trunk-30 to PJSIP/1002-32")
                .call();
        assertThat(call.agent()).isNull();
        assertThat(call.standOf("ben")).isEqualTo(Stand.RINGING);
        facts.take("""
                1 ring of PJSIP/1002-32 ended: answer
                1 gone PJSIP/1001-31
                1 talk PJSIP/trunk-30 with PJSIP/1002-32
                """);
        assertThat(call.agent()).isEqualTo("ben");
    }

    @Test
    void takesUpTheCallThatThePhoneItselfConsultedWith() {
        facts.take(ANNA_TALKS).take("""
                1 held by PJSIP/1001-31
                2 started internal PJSIP/1001-1e by 1001 (Desk 1001) to 1002
                2 rings PJSIP/1002-1f for PJSIP/1001-1e, 1001 (Desk 1001)
                2 talk PJSIP/1001-1e with PJSIP/1002-1f
                """);
        facts.call(2).customer(new CustomerNumber("C20001"));
        facts.call(2).note("wants the blue one");
        assertThat(facts.call(2).standOf("ben")).isEqualTo(Stand.GUEST);
        facts.take("""
                1 resumed by PJSIP/1001-31
                1 merged
                1 attended transfer by PJSIP/1001-1e of PJSIP/trunk-30 to PJSIP/1002-1f
                1 talk PJSIP/trunk-30 with PJSIP/1002-1f
                1 gone PJSIP/1001-31
                1 gone PJSIP/1001-1e
                """);
        CallRecord call = facts.call(1);
        assertThat(call.agent()).isEqualTo("ben");
        assertThat(call.customer()).isEqualTo(new CustomerNumber("C20001"));
        assertThat(call.note()).isEqualTo("wants the blue one");
        assertThat(Objects.requireNonNull(call.handed()).by()).isEqualTo("anna");
    }

    @Test
    void waitsAtItsPlaceForWhoTakesIt() {
        CallRecord call =
                facts.take(ANNA_TALKS).take("1 parked PJSIP/trunk-30 at 701").call();
        assertThat(call.parkedAt()).isEqualTo("701");
        assertThat(call.agent()).isNull();
        assertThat(call.standOf("anna")).isEqualTo(Stand.PARKED);
        assertThat(call.standOf("ben")).isEqualTo(Stand.PARKED);
        facts.take("""
                1 taken from its place by PJSIP/1002-65
                1 talk PJSIP/trunk-30 with PJSIP/1002-65
                """);
        assertThat(call.agent()).isEqualTo("ben");
        assertThat(call.parkedAt()).isNull();
        assertThat(call.standOf("anna")).isEqualTo(Stand.NONE);
    }

    @Test
    void isTheAgentsFromTheFirstRingWhenDialled() {
        CallRecord call = facts.take("1 started outbound PJSIP/1001-68 by 1001 (Desk 1001) to null")
                .call();
        assertThat(call.standOf("anna")).isEqualTo(Stand.DIALLING);
        facts.take("1 rings PJSIP/trunk-69 for PJSIP/1001-68, x (Desk 1001)");
        assertThat(call.standOf("anna")).isEqualTo(Stand.DIALLING);
        facts.take("""
                1 ring of PJSIP/trunk-69 ended: answer
                1 talk PJSIP/1001-68 with PJSIP/trunk-69
                """);
        assertThat(call.standOf("anna")).isEqualTo(Stand.TALKING);
        assertThat(call.otherChannel()).isEqualTo("PJSIP/trunk-69");
        facts.take("1 held by PJSIP/1001-68");
        assertThat(call.standOf("anna")).isEqualTo(Stand.HELD);
        facts.take("1 held by PJSIP/trunk-69").take("1 resumed by PJSIP/1001-68");
        assertThat(call.standOf("anna")).isEqualTo(Stand.TALKING);
    }

    @Test
    void mayBeCarriedOnByOneWhoWasNotAsked() {
        CallRecord call = facts.take(ANNA_TALKS)
                .take("1 gone PJSIP/1001-31")
                .take("1 ended completed, hung up by nobody")
                .call();
        assertThat(call.state()).isEqualTo(CallState.ENDED);
        assertThat(call.endReason()).isEqualTo(EndReason.COMPLETED);
        assertThat(LegalMoves.of(call, "anna", LegalMoves.EVERYTHING)).isEmpty();
    }

    static Stream<Path> recordings() throws IOException {
        try (Stream<Path> files = Files.walk(RECORDED)) {
            return files.filter(f -> f.toString().endsWith(".facts")).sorted().toList().stream();
        }
    }

    /** Whatever a real PBX told, in whatever order: whoever can do something with a call has a phone in it to do it with. */
    @ParameterizedTest
    @MethodSource("recordings")
    void everyMoveHasAPhoneAndNoEndedCallHasAMove(Path recording) throws IOException {
        for (String line : Files.readAllLines(recording)) {
            facts.take(line);
            CallRecord call = facts.call(Integer.parseInt(line.substring(0, line.indexOf(' '))));
            for (String login : Set.of("anna", "ben", "cora")) {
                Set<Move> moves = LegalMoves.of(call, login, LegalMoves.EVERYTHING);
                moves.removeAll(Set.of(Move.RETRIEVE, Move.PICK_UP));
                assertThat(moves.isEmpty() || call.channelOf(login) != null)
                        .as("%s after '%s'", login, line)
                        .isTrue();
                assertThat(call.state() == CallState.ENDED && !moves.isEmpty()).isFalse();
                assertThat(moves.isEmpty() || call.audience().contains(login)).isTrue();
            }
        }
    }
}
