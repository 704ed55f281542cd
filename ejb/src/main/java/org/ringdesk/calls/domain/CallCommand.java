package org.ringdesk.calls.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ringdesk.calls.CommandOutcome;
import org.ringdesk.calls.CommandView;
import org.ringdesk.calls.Move;
import org.ringdesk.cti.CallId;
import org.ringdesk.customers.CustomerNumber;

/**
 * Something an agent asked the PBX to do. While it is in flight it holds a lock, which is unique in the database; the fact that
 * proves it, the PBX's no, or its deadline lets go of the lock, once.
 */
@Entity
@Table(name = "call_command")
public class CallCommand {
    @Id
    @Column(name = "command_key")
    private String key;

    private String login;

    @Enumerated(EnumType.STRING)
    private Move move;

    @Column(name = "call_id")
    private @Nullable CallId call;

    @Column(name = "lock_on")
    private @Nullable String lockOn;

    private @Nullable String channel;
    private @Nullable String target;
    private @Nullable CustomerNumber customer;

    @Enumerated(EnumType.STRING)
    private CommandOutcome outcome = CommandOutcome.IN_FLIGHT;

    @Column(name = "begun_at")
    private Instant begunAt;

    private Instant until;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected CallCommand() {}

    private CallCommand(UUID key, String login, Move move, String lockOn, Instant now) {
        this.key = key.toString();
        this.login = login;
        this.move = move;
        this.lockOn = lockOn;
        this.begunAt = now;
        this.until = now.plus(Proof.within(move));
    }

    /** @param channel of the agent's own phone in the call; null for one that it will have only by this */
    public static CallCommand onCall(
            UUID key,
            String login,
            Move move,
            CallId call,
            @Nullable String channel,
            @Nullable String target,
            Instant now) {
        CallCommand command = new CallCommand(key, login, move, lockOf(call), now);
        command.call = call;
        command.channel = channel;
        command.target = CallRecord.cut(target, 80);
        return command;
    }

    public static CallCommand dial(
            UUID key, String login, String number, @Nullable CustomerNumber customer, Instant now) {
        CallCommand command = new CallCommand(key, login, Move.DIAL, lockOf(login), now);
        command.target = number;
        command.customer = customer;
        return command;
    }

    public static String lockOf(CallId call) {
        return "call:" + call;
    }

    public static String lockOf(String login) {
        return "dial:" + login;
    }

    /** What became of it; false when that was known before. */
    public boolean ends(CommandOutcome how) {
        if (lockOn == null) {
            return false;
        }
        lockOn = null;
        outcome = how;
        return true;
    }

    public void began(CallId its) {
        call = its;
    }

    public boolean isOverdue(Instant now) {
        return lockOn != null && now.isAfter(until);
    }

    /** The same agent asks for the same again: a second click. */
    public boolean isFor(String who, Move what) {
        return login.equals(who) && move == what;
    }

    public CommandView view() {
        return new CommandView(UUID.fromString(key), login, move, call, target, outcome, until, version);
    }

    public UUID key() {
        return UUID.fromString(key);
    }

    public String login() {
        return login;
    }

    public Move move() {
        return move;
    }

    public String channel() {
        return Objects.requireNonNullElse(channel, "");
    }

    public @Nullable String target() {
        return target;
    }

    public @Nullable CustomerNumber customer() {
        return customer;
    }

    public CommandOutcome outcome() {
        return outcome;
    }
}
