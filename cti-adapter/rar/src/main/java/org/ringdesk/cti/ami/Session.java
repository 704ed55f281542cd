package org.ringdesk.cti.ami;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.asteriskjava.manager.action.ListCommandsAction;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.action.PingAction;
import org.jspecify.annotations.Nullable;
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
    private final Devices devices;
    private final Gap gap;
    private final Clock clock;
    private final Timing timing;
    private final BooleanSupplier running;
    private final Telling telling;
    private final List<AmiMessage> meanwhile = new ArrayList<>();
    private final Deque<AmiMessage> atHand = new ArrayDeque<>();
    private long questions;
    private String detail = "";

    /** Where the link's state and what the model made of messages goes. */
    interface Telling {
        void tell(LinkState state, String detail);

        /** Passes on what was told since the last time; called before waiting for more. */
        void handOver();
    }

    Session(
            AmiConnection connection,
            Inflow inflow,
            CallModel model,
            Devices devices,
            Gap gap,
            Clock clock,
            Timing timing,
            BooleanSupplier running,
            Telling telling) {
        this.connection = connection;
        this.inflow = inflow;
        this.model = model;
        this.devices = devices;
        this.gap = gap;
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
        privileges.checkMain(user);
        if (!privileges.missing().isEmpty()) {
            LOG.log(Level.WARNING, "User {0} may not use: {1}", new Object[] {user, privileges.missing()});
        }
    }

    /**
     * Takes a snapshot, applies it and what was said meanwhile.
     *
     * @param alarm what an admin should know of a link that is live, or an empty text
     */
    void synchronise(String alarm) throws IOException, InterruptedException {
        detail = alarm.isEmpty() ? connection.server() : connection.server() + "; " + alarm;
        synchronise(true);
    }

    private void synchronise(boolean afterGap) throws IOException, InterruptedException {
        telling.tell(LinkState.SYNCING, connection.server());
        Snapshot snapshot = Snapshot.whole(++questions, connection);
        gather(snapshot::takes, snapshot::complete);
        if (afterGap) {
            Set<String> present = snapshot.channels();
            gap.tell(uid -> present.contains(uid) || model.knows(uid), snapshot.members());
        }
        model.resync(snapshot.messages(), clock.instant());
        devices.resync(snapshot.messages(), clock.instant());
        meanwhile.forEach(this::apply);
        meanwhile.clear();
        telling.tell(LinkState.LIVE, detail);
    }

    private void apply(AmiMessage message) {
        model.apply(message, clock.instant());
        devices.apply(message, clock.instant());
    }

    /** Reads until what was asked for is complete; other events wait. */
    private void gather(Predicate<AmiMessage> ours, BooleanSupplier complete) throws IOException, InterruptedException {
        Instant deadline = clock.instant().plus(COMPLETE_WITHIN);
        while (!complete.getAsBoolean()) {
            AmiMessage message = next();
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

    /** The next message; null when none comes for a while. What was made of those before leaves first. */
    private @Nullable AmiMessage next() throws InterruptedException {
        if (atHand.isEmpty()) {
            telling.handOver();
            atHand.addAll(inflow.next(TICK));
        }
        return atHand.poll();
    }

    /** Follows the PBX and returns why that is no longer possible. */
    String keepUp() throws IOException, InterruptedException {
        Instant nextPing = clock.instant().plus(timing.ping());
        DriftWatch drift = new DriftWatch(clock, timing.check());
        while (running.getAsBoolean()) {
            AmiMessage message = next();
            if (message != null && !drift.takes(message) && !message.isResponse()) {
                apply(message);
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
                synchronise(false);
            }
        }
        return "stopped";
    }
}
