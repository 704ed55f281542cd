package org.ringdesk.calls.telephony;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.ringdesk.calls.CommandOutcome;
import org.ringdesk.calls.CommandView;
import org.ringdesk.calls.Move;
import org.ringdesk.calls.domain.CallCommand;
import org.ringdesk.calls.domain.CallRecord;
import org.ringdesk.calls.domain.Proof;
import org.ringdesk.calls.store.Commands;
import org.ringdesk.cti.CallEvent;
import org.ringdesk.cti.CallEvent.Direction;

/** Looks in each fact for the proof of a command that is in flight. */
@ApplicationScoped
public class Proofs {
    @Inject
    private Commands commands;

    @Inject
    private Numbers numbers;

    @Inject
    private Event<CommandView> told;

    /** Also fills in what only the command knows: the number that was dialled, whom it was for. */
    public void see(CallEvent fact, CallRecord call) {
        if (fact instanceof CallEvent.Started started) {
            begun(started, call);
        } else if (Proof.mayBe(fact, call)) {
            commands.inFlight(CallCommand.lockOf(call.id())).ifPresent(command -> Proof.of(command, fact, call.agent())
                    .ifPresent(outcome -> proven(command, outcome, call)));
        }
    }

    private void begun(CallEvent.Started fact, CallRecord call) {
        String login = call.agent();
        if (fact.direction() == Direction.INBOUND || login == null) {
            return;
        }
        commands.inFlight(CallCommand.lockOf(login)).ifPresent(command -> {
            command.began(call.id());
            String dialled = command.target();
            if (dialled != null && fact.dialled() == null) {
                call.called(numbers.party(dialled, null).orElse(null), dialled);
            }
            if (command.customer() != null) {
                call.customer(command.customer());
            }
            proven(command, CommandOutcome.CONFIRMED, call);
        });
    }

    private void proven(CallCommand command, CommandOutcome outcome, CallRecord call) {
        String target = command.target();
        if (target != null && (command.move() == Move.TRANSFER || command.move() == Move.CONSULT)) {
            call.named(target);
        }
        command.ends(outcome);
        commands.flush();
        told.fire(command.view());
    }
}
