package org.ringdesk.calls.domain;

import static org.ringdesk.calls.Move.ANSWER;
import static org.ringdesk.calls.Move.CANCEL;
import static org.ringdesk.calls.Move.COMPLETE;
import static org.ringdesk.calls.Move.CONFERENCE;
import static org.ringdesk.calls.Move.CONSULT;
import static org.ringdesk.calls.Move.DIGITS;
import static org.ringdesk.calls.Move.HANG_UP;
import static org.ringdesk.calls.Move.HOLD;
import static org.ringdesk.calls.Move.MUTE;
import static org.ringdesk.calls.Move.PARK;
import static org.ringdesk.calls.Move.PICK_UP;
import static org.ringdesk.calls.Move.REJECT;
import static org.ringdesk.calls.Move.RESUME;
import static org.ringdesk.calls.Move.RETRIEVE;
import static org.ringdesk.calls.Move.TOGGLE;
import static org.ringdesk.calls.Move.TRANSFER;
import static org.ringdesk.calls.Move.UNMUTE;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.ringdesk.calls.Move;
import org.ringdesk.cti.Ability;
import org.ringdesk.cti.CallEvent.Direction;

/** Which moves are legal: by where one stands in the call, which way it came about, and what the PBX lets us do. */
public final class LegalMoves {
    private static final Map<Stand, Set<Move>> BY_STAND = Map.ofEntries(
            Map.entry(Stand.NONE, Set.of()),
            Map.entry(Stand.RINGING, Set.of(ANSWER, REJECT)),
            Map.entry(Stand.DIALLING, Set.of(HANG_UP)),
            Map.entry(Stand.TALKING, Set.of(HANG_UP, HOLD, MUTE, UNMUTE, TRANSFER, CONSULT, DIGITS, PARK)),
            Map.entry(Stand.HELD, Set.of(HANG_UP, RESUME, TRANSFER, CONSULT, PARK)),
            Map.entry(Stand.CONSULT_RINGING, Set.of(COMPLETE, CANCEL)),
            Map.entry(Stand.CONSULT_TALKING, Set.of(COMPLETE, CANCEL, TOGGLE, CONFERENCE, MUTE, UNMUTE, DIGITS)),
            Map.entry(Stand.CONSULT_ASIDE, Set.of(COMPLETE, CANCEL, TOGGLE, CONFERENCE, MUTE, UNMUTE)),
            Map.entry(Stand.CONFERENCE, Set.of(HANG_UP, MUTE, UNMUTE, DIGITS)),
            Map.entry(Stand.GUEST, Set.of(HANG_UP)),
            Map.entry(Stand.PARKED, Set.of(RETRIEVE)),
            Map.entry(Stand.RINGING_ELSEWHERE, Set.of(PICK_UP)));

    /** A call between two of the house has no customer to be kept waiting for it. */
    private static final Map<Direction, Set<Move>> NOT_BY_DIRECTION = Map.of(
            Direction.INBOUND, Set.of(),
            Direction.OUTBOUND, Set.of(),
            Direction.INTERNAL, Set.of(CONSULT, PARK));

    private static final Map<Move, Ability> NEEDS = new EnumMap<>(Map.of(
            ANSWER,
            Ability.ANSWER,
            HOLD,
            Ability.HOLD,
            RESUME,
            Ability.HOLD,
            MUTE,
            Ability.MUTE,
            UNMUTE,
            Ability.MUTE));

    /** A PBX that lets us do all of it. */
    public static final Set<Ability> EVERYTHING = Set.of(Ability.values());

    private LegalMoves() {}

    public static Set<Move> of(Stand stand, Direction direction, boolean muted, Set<Ability> abilities) {
        Set<Move> moves = EnumSet.noneOf(Move.class);
        moves.addAll(BY_STAND.getOrDefault(stand, Set.of()));
        moves.removeAll(NOT_BY_DIRECTION.getOrDefault(direction, Set.of()));
        moves.remove(muted ? MUTE : UNMUTE);
        moves.removeIf(move -> NEEDS.containsKey(move) && !abilities.contains(NEEDS.get(move)));
        return moves;
    }

    /** The moves of one person in a call; without a login, none. */
    public static Set<Move> of(CallRecord call, String login, Set<Ability> abilities) {
        return of(call.standOf(login), call.direction(), call.muted(), abilities);
    }
}
