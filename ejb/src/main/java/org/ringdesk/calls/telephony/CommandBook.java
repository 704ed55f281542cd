package org.ringdesk.calls.telephony;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.UserView;
import org.ringdesk.administration.Users;
import org.ringdesk.agents.AgentDesk;
import org.ringdesk.agents.Extension;
import org.ringdesk.calls.CommandOutcome;
import org.ringdesk.calls.CommandView;
import org.ringdesk.calls.Move;
import org.ringdesk.calls.PassTo;
import org.ringdesk.calls.domain.CallCommand;
import org.ringdesk.calls.domain.CallRecord;
import org.ringdesk.calls.domain.LegalMoves;
import org.ringdesk.calls.domain.Stand;
import org.ringdesk.calls.store.Calls;
import org.ringdesk.calls.store.Commands;
import org.ringdesk.cti.CallId;
import org.ringdesk.customers.CustomerNumber;
import org.ringdesk.shared.Refusal;

/** Writes commands down before they are sent, and what became of them; each in a transaction of its own. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class CommandBook {
    @Inject
    private Commands commands;

    @Inject
    private Calls calls;

    @Inject
    private AgentDesk agents;

    @Inject
    private Users users;

    @Inject
    private Destinations destinations;

    @Inject
    private PbxAbilities abilities;

    @Inject
    private Pops pops;

    @Inject
    private Clock clock;

    @Inject
    private Event<CommandView> told;

    /** @param wish to be sent now; null when the same click came before */
    public record Begun(CommandView view, @Nullable Wish wish) {}

    /**
     * @param to for a transfer and a consultation
     * @param text for digits
     * @throws Refusal {@code call.unknown}, {@code call.move.now}, {@code call.move.phone}, {@code call.command.busy}, and what
     *     the destination is refused with
     */
    public Begun begin(UUID key, CallId id, Move move, @Nullable PassTo to, @Nullable String text) {
        UserView me = users.me();
        CallCommand before = commands.find(key).orElse(null);
        if (before != null) {
            return again(before, me.login(), move);
        }
        Extension seat = seat(me);
        CallRecord call = calls.find(id).orElseThrow(() -> new Refusal("call.unknown"));
        mayMove(call, me, move);
        Destinations.Known known = to == null ? null : destinations.of(to);
        free(CallCommand.lockOf(id));
        String channel = call.channelOf(me.login());
        CallCommand command = CallCommand.onCall(
                key, me.login(), move, id, channel, known == null ? text : known.shown(), clock.instant());
        commands.add(command);
        Wish wish = new Wish(
                key,
                move,
                call.pbx(),
                channel == null ? "" : channel,
                seat.device(),
                known == null ? null : known.to(),
                about(call, move, text));
        return new Begun(tell(command), wish);
    }

    /** @throws Refusal {@code call.dial.busy}, {@code call.number.invalid}, {@code call.command.busy}, {@code agent.signed-out} */
    public Begun dial(UUID key, String number, @Nullable CustomerNumber customer) {
        UserView me = users.me();
        CallCommand before = commands.find(key).orElse(null);
        if (before != null) {
            return again(before, me.login(), Move.DIAL);
        }
        Extension seat = seat(me);
        String dialled = destinations.number(number);
        if (calls.isBusy(me.login())) {
            throw new Refusal("call.dial.busy");
        }
        free(CallCommand.lockOf(me.login()));
        CallCommand command = CallCommand.dial(key, me.login(), dialled, customer, clock.instant());
        commands.add(command);
        return new Begun(
                tell(command), new Wish(key, Move.DIAL, seat.pbx().orElse(null), "", seat.device(), null, dialled));
    }

    private static Begun again(CallCommand before, String login, Move move) {
        if (!before.isFor(login, move)) {
            throw new Refusal("call.command.key");
        }
        return new Begun(before.view(), null);
    }

    /** Where the agent sits now, whoever's own phone it is. */
    private Extension seat(UserView me) {
        return agents.seatOf(me.login()).orElseThrow(() -> new Refusal("agent.signed-out"));
    }

    private void mayMove(CallRecord call, UserView me, Move move) {
        Stand stand = call.standOf(me.login());
        boolean elsewhere = stand == Stand.PARKED || stand == Stand.RINGING_ELSEWHERE;
        boolean foreign = stand == Stand.NONE
                || stand == Stand.RINGING_ELSEWHERE && !sharesQueue(call, me)
                || elsewhere && !agents.sitsAt(me.login(), call.pbx());
        if (foreign) {
            throw new Refusal("call.unknown");
        }
        Set<Move> now = LegalMoves.of(call, me.login(), abilities.of(call.pbx()));
        if (now.contains(move)) {
            return;
        }
        if (LegalMoves.of(call, me.login(), LegalMoves.EVERYTHING).contains(move)) {
            throw new Refusal("call.move.phone");
        }
        throw new Refusal("call.move.now");
    }

    static boolean sharesQueue(CallRecord call, UserView me) {
        return call.queue() != null
                && me.queues().stream().anyMatch(place -> place.queue().equals(call.queue()));
    }

    /** A command whose time is over holds nobody up, though its end was not told yet. */
    private void free(String lock) {
        Optional<CallCommand> other = commands.inFlight(lock);
        if (other.isEmpty()) {
            return;
        }
        if (!other.get().isOverdue(clock.instant())) {
            throw new Refusal("call.command.busy");
        }
        ends(other.get(), CommandOutcome.UNCONFIRMED);
    }

    private @Nullable String about(CallRecord call, Move move, @Nullable String text) {
        return switch (move) {
            case RETRIEVE -> call.parkedAt();
            case PICK_UP ->
                call.ringing().keySet().stream()
                        .map(agents::seatOf)
                        .flatMap(Optional::stream)
                        .findFirst()
                        .map(Extension::device)
                        .orElseThrow(() -> new Refusal("call.unknown"));
            default -> text;
        };
    }

    /** What is known at once: the PBX's no, or its yes to what no event tells of. */
    public CommandView ended(UUID key, CommandOutcome how) {
        // the call before the command, as facts lock them
        CallId call = look(key).call();
        if (call != null) {
            calls.locked(call);
        }
        CallCommand command = commands.locked(key).orElseThrow(() -> new Refusal("call.command.key"));
        ends(command, how);
        return command.view();
    }

    /** As it stands now. */
    public CommandView look(UUID key) {
        return commands.find(key).map(CallCommand::view).orElseThrow(() -> new Refusal("call.command.key"));
    }

    public List<UUID> overdue() {
        return commands.overdue(clock.instant());
    }

    /** Lets go of the lock of a command that nothing proved in time. */
    public void expire(UUID key) {
        Instant now = clock.instant();
        commands.locked(key).filter(c -> c.isOverdue(now)).ifPresent(c -> ends(c, CommandOutcome.UNCONFIRMED));
    }

    private void ends(CallCommand command, CommandOutcome how) {
        if (!command.ends(how)) {
            return;
        }
        tell(command);
        if (how == CommandOutcome.CONFIRMED && (command.move() == Move.MUTE || command.move() == Move.UNMUTE)) {
            CallId id = Objects.requireNonNull(command.view().call());
            calls.locked(id).ifPresent(call -> muted(call, command.move() == Move.MUTE));
        }
    }

    private void muted(CallRecord call, boolean now) {
        call.mutes(now);
        calls.flush();
        pops.tell(call, call.audience());
    }

    private CommandView tell(CallCommand command) {
        commands.flush();
        CommandView view = command.view();
        told.fire(view);
        return view;
    }
}
