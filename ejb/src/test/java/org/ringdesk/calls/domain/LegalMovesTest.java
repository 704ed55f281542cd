package org.ringdesk.calls.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ringdesk.calls.Move;
import org.ringdesk.cti.Ability;
import org.ringdesk.cti.CallEvent.Direction;

class LegalMovesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    NONE              | INBOUND  |
                    RINGING           | INBOUND  | ANSWER REJECT
                    RINGING           | INTERNAL | ANSWER REJECT
                    DIALLING          | OUTBOUND | HANG_UP
                    TALKING           | INBOUND  | HANG_UP HOLD MUTE TRANSFER CONSULT DIGITS PARK
                    TALKING           | OUTBOUND | HANG_UP HOLD MUTE TRANSFER CONSULT DIGITS PARK
                    TALKING           | INTERNAL | HANG_UP HOLD MUTE TRANSFER DIGITS
                    HELD              | INBOUND  | HANG_UP RESUME TRANSFER CONSULT PARK
                    HELD              | INTERNAL | HANG_UP RESUME TRANSFER
                    CONSULT_RINGING   | INBOUND  | COMPLETE CANCEL
                    CONSULT_TALKING   | INBOUND  | COMPLETE CANCEL TOGGLE CONFERENCE MUTE DIGITS
                    CONSULT_ASIDE     | INBOUND  | COMPLETE CANCEL TOGGLE CONFERENCE MUTE
                    CONFERENCE        | INBOUND  | HANG_UP MUTE DIGITS
                    GUEST             | INBOUND  | HANG_UP
                    PARKED            | INBOUND  | RETRIEVE
                    RINGING_ELSEWHERE | INBOUND  | PICK_UP
                    """)
    void theTable(Stand stand, Direction direction, String moves) {
        Set<Move> expected = moves == null
                ? Set.of()
                : java.util.Arrays.stream(moves.split(" "))
                        .map(Move::valueOf)
                        .collect(java.util.stream.Collectors.toSet());
        assertThat(LegalMoves.of(stand, direction, false, LegalMoves.EVERYTHING))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void withoutTheSecondLogInThePhoneItselfDoesIt(Stand stand) {
        assertThat(LegalMoves.of(stand, Direction.INBOUND, false, Set.of()))
                .doesNotContain(Move.ANSWER, Move.HOLD, Move.RESUME, Move.MUTE, Move.UNMUTE);
    }

    @Test
    void oneAbilityGivesItsMovesOnly() {
        assertThat(LegalMoves.of(Stand.RINGING, Direction.INBOUND, false, Set.of(Ability.ANSWER)))
                .containsExactlyInAnyOrder(Move.ANSWER, Move.REJECT);
        assertThat(LegalMoves.of(Stand.HELD, Direction.INBOUND, false, Set.of(Ability.HOLD)))
                .contains(Move.RESUME);
        assertThat(LegalMoves.of(Stand.TALKING, Direction.INBOUND, false, Set.of(Ability.MUTE)))
                .contains(Move.MUTE)
                .doesNotContain(Move.HOLD);
    }

    @Test
    void whoIsMutedCanOnlyBeHeardAgain() {
        assertThat(LegalMoves.of(Stand.TALKING, Direction.INBOUND, true, LegalMoves.EVERYTHING))
                .contains(Move.UNMUTE)
                .doesNotContain(Move.MUTE);
    }
}
