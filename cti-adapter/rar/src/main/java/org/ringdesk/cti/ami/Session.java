package org.ringdesk.cti.ami;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.asteriskjava.manager.action.ListCommandsAction;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.action.PingAction;
import org.ringdesk.cti.LinkState;
import org.ringdesk.cti.call.CallModel;
import org.ringdesk.cti.wire.AmiMessage;

/** One connection from its log-in to its loss: checked, brought into step, kept in step. */
final class Session {
    private static final Logger LOG = Logger.getLogger(Session.class.getName());
    private static final Duration TICK = Duration.ofMillis(100);
    private static final Duration COMPLETE_WITHIN = Duration.ofSeconds(10);

    private final AmiConnection connection;
    private final Inflow inflow;
    private final CallModel model;
    private final Clock clock;
    private final Timing timing;
    private final BooleanSupplier running;
    private final Telling telling;
    private final List<AmiMessage> meanwhile = new ArrayList<>();
    private long questions;

    /** Where a change of the link's state is told. */
    interface Telling {
        void tell(LinkState state, String detail);
    }

    Session(
            AmiConnection connection,
            Inflow inflow,
            CallModel model,
            Clock clock,
            Timing timing,
            BooleanSupplier running,
            Telling telling) {
        this.connection = connection;
        this.inflow = inflow;
        this.model = model;
        this.clock = clock;
        this.timing = timing;
        this.running = running;
        this.telling = telling;
    }

    /** Refuses a log-in that may do more than we need. */
    void checkPrivileges(String user) throws IOException, InterruptedException, Refused {
        String id = "privileges-" + ++questions;
        ManagerAction question = new ListCommandsAction();
        question.setActionId(id);
        connection.send(question);
        List<AmiMessage> answer = new ArrayList<>();
        gather(
                message -> {
                    boolean ours =
                            message.isResponse() && message.text("actionid", "").endsWith(id);
                    return ours && answer.add(message);
                },
                () -> !answer.isEmpty());
        Privileges privileges = new Privileges(answer.get(0));
        if (!privileges.tooMuch().isEmpty()) {
            List<String> some = privileges.tooMuch().stream().limit(5).toList();
            throw new Refused("user " + user + " may do too much on the PBX, among it " + String.join(", ", some)
                    + ": in manager.conf it needs write = call,agent,originate,reporting and no more");
        }
        if (!privileges.missing().isEmpty()) {
            LOG.log(Level.WARNING, "User {0} may not use: {1}", new Object[] {user, privileges.missing()});
        }
    }

    /** Takes a snapshot, applies it and what was said meanwhile. */
    void synchronise() throws IOException, InterruptedException {
        telling.tell(LinkState.SYNCING, connection.server());
        Snapshot snapshot = Snapshot.whole(++questions, connection);
        gather(snapshot::takes, snapshot::complete);
        model.resync(snapshot.messages(), clock.instant());
        meanwhile.forEach(message -> model.apply(message, clock.instant()));
        meanwhile.clear();
        telling.tell(LinkState.LIVE, connection.server());
    }

    /** Reads until what was asked for is complete; other events wait. */
    private void gather(Predicate<AmiMessage> ours, BooleanSupplier complete) throws IOException, InterruptedException {
        Instant deadline = clock.instant().plus(COMPLETE_WITHIN);
        while (!complete.getAsBoolean()) {
            AmiMessage message = inflow.next(TICK);
            if (message != null && !ours.test(message) && !message.isResponse()) {
                meanwhile.add(message);
            }
            String ended = inflow.ended();
            if (ended != null || !running.getAsBoolean()) {
                throw new IOException(ended == null ? "stopped" : ended);
            }
            if (clock.instant().isAfter(deadline)) {
                throw new IOException("no complete answer within " + COMPLETE_WITHIN.toSeconds() + " s");
            }
        }
    }

    /** Follows the PBX and returns why that is no longer possible. */
    String keepUp() throws IOException, InterruptedException {
        Instant nextPing = clock.instant().plus(timing.ping());
        DriftWatch drift = new DriftWatch(clock, timing.check());
        while (running.getAsBoolean()) {
            AmiMessage message = inflow.next(TICK);
            if (message != null && !drift.takes(message) && !message.isResponse()) {
                model.apply(message, clock.instant());
            }
            String ended = inflow.ended();
            if (ended != null && (message == null || inflow.overflown())) {
                return ended;
            }
            if (!clock.instant().isBefore(nextPing)) {
                connection.send(new PingAction());
                nextPing = clock.instant().plus(timing.ping());
                drift.tick(connection, ++questions);
            }
            Set<String> astray = drift.drift(model);
            if (!astray.isEmpty()) {
                LOG.log(Level.WARNING, "Out of step with the PBX on channels {0}", astray);
                synchronise();
            }
        }
        return "stopped";
    }
}
