package org.ringdesk.calls.domain;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.ringdesk.calls.CommandOutcome;
import org.ringdesk.calls.Move;
import org.ringdesk.cti.CallEvent;
import org.ringdesk.cti.CallEvent.QueueExit;
import org.ringdesk.cti.EndReason;
import org.ringdesk.cti.Leg;

/** Which fact proves that a command was carried out, and how long that may take. What has no fact is proven by the PBX's answer. */
public final class Proof {
    private static final Duration USUAL = Duration.ofSeconds(5);

    /** These wait for a phone to be picked up, or for a number to be found. */
    private static final Map<Move, Duration> LONGER = Map.of(
            Move.DIAL, Duration.ofSeconds(20),
            Move.CONSULT, Duration.ofSeconds(10),
            Move.TRANSFER, Duration.ofSeconds(10),
            Move.RETRIEVE, Duration.ofSeconds(30),
            Move.PICK_UP, Duration.ofSeconds(30));

    private static final Map<Move, BiPredicate<CallEvent, String>> BY_FACT = Map.ofEntries(
            Map.entry(Move.DIAL, (fact, own) -> fact instanceof CallEvent.Started),
            Map.entry(Move.ANSWER, (fact, own) -> fact instanceof CallEvent.Talking t && talks(t, own)),
            Map.entry(Move.REJECT, (fact, own) -> fact instanceof CallEvent.RingEnded r && is(r.target(), own)),
            Map.entry(Move.HANG_UP, (fact, own) -> left(fact, own)),
            Map.entry(Move.HOLD, (fact, own) -> fact instanceof CallEvent.Held h && is(h.by(), own)),
            Map.entry(Move.RESUME, (fact, own) -> fact instanceof CallEvent.Resumed r && is(r.by(), own)),
            Map.entry(Move.TRANSFER, (fact, own) -> fact instanceof CallEvent.Transferred),
            Map.entry(
                    Move.CONSULT,
                    (fact, own) -> fact instanceof CallEvent.Ringing r && is(r.from(), own)
                            || fact instanceof CallEvent.Talking t && talks(t, own)),
            Map.entry(Move.COMPLETE, (fact, own) -> fact instanceof CallEvent.Transferred),
            // not when the customer is there again: the PBX takes the next one after the asked one is gone
            Map.entry(
                    Move.CANCEL,
                    (fact, own) -> fact instanceof CallEvent.LegLeft l && !is(l.leg(), own)
                            || fact instanceof CallEvent.RingEnded r && r.reason() != EndReason.ANSWER
                            || fact instanceof CallEvent.QueueLeft q && q.how() != QueueExit.CONNECTED),
            Map.entry(Move.TOGGLE, (fact, own) -> fact instanceof CallEvent.Talking t && talks(t, own)),
            Map.entry(Move.CONFERENCE, (fact, own) -> fact instanceof CallEvent.ConferenceJoined),
            Map.entry(Move.PARK, (fact, own) -> fact instanceof CallEvent.Parked),
            Map.entry(Move.RETRIEVE, (fact, own) -> fact instanceof CallEvent.Unparked),
            Map.entry(Move.PICK_UP, (fact, own) -> fact instanceof CallEvent.Talking));

    private Proof() {}

    static Duration within(Move move) {
        return LONGER.getOrDefault(move, USUAL);
    }

    /** Whether a move shows in the facts at all. */
    public static boolean isByFact(Move move) {
        return BY_FACT.containsKey(move);
    }

    /** Whether such a fact may prove anything: most of a call's facts do not, and nobody has to be asked. */
    public static boolean mayBe(CallEvent fact, CallRecord before) {
        return !(fact instanceof CallEvent.QueueJoined)
                && (before.answeredAt() != null
                        || !(fact instanceof CallEvent.Started || fact instanceof CallEvent.Ringing));
    }

    /**
     * What the fact says of the command; empty when it says nothing. A call that is over proves that it was hung up, and other
     * commands on it have nothing left to prove. Who wanted to take a call that another took, or that was given up, came too late.
     *
     * @param agent who has the call after the fact
     */
    public static Optional<CommandOutcome> of(CallCommand command, CallEvent fact, @Nullable String agent) {
        if (fact instanceof CallEvent.Ended) {
            return Optional.of(CommandOutcome.CONFIRMED);
        }
        BiPredicate<CallEvent, String> proof = BY_FACT.get(command.move());
        if (proof == null || !proof.test(fact, command.channel())) {
            return Optional.empty();
        }
        boolean late = command.move() == Move.PICK_UP && !command.login().equals(agent)
                || fact instanceof CallEvent.Unparked u && u.by() == null;
        return Optional.of(late ? CommandOutcome.REFUSED : CommandOutcome.CONFIRMED);
    }

    private static boolean left(CallEvent fact, String own) {
        return fact instanceof CallEvent.LegLeft l && is(l.leg(), own)
                || fact instanceof CallEvent.ConferenceLeft c && is(c.who(), own);
    }

    private static boolean talks(CallEvent.Talking fact, String own) {
        return is(fact.a(), own) || is(fact.b(), own);
    }

    private static boolean is(Leg leg, String channel) {
        return leg.channel().equals(channel);
    }
}
