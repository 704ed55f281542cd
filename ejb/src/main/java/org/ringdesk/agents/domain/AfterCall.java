package org.ringdesk.agents.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.AfterCallMode;
import org.ringdesk.administration.AfterCallRule;
import org.ringdesk.administration.ChannelCode;
import org.ringdesk.agents.AfterCallPhase;
import org.ringdesk.agents.AfterCallView;
import org.ringdesk.agents.CallWrappedUp;
import org.ringdesk.cti.CallId;

/**
 * The work after one call, planned when the call is answered by the rules of that moment. Its end stands in the database, so
 * that a restart neither loses nor lengthens it.
 */
@Embeddable
public class AfterCall {
    private static final Map<AfterCallPhase, Set<AfterCallPhase>> NEXT = Map.of(
            AfterCallPhase.POSSIBLE, Set.of(AfterCallPhase.DUE, AfterCallPhase.OFFERED),
            AfterCallPhase.DUE, Set.of(AfterCallPhase.ON),
            AfterCallPhase.OFFERED, Set.of(AfterCallPhase.ON),
            AfterCallPhase.ON, Set.of());

    @Enumerated(EnumType.STRING)
    @Column(name = "work_phase")
    private AfterCallPhase phase;

    @Column(name = "work_call")
    private String call;

    @Column(name = "work_queue")
    private String queue;

    @Column(name = "work_channel")
    private @Nullable String channel;

    @Enumerated(EnumType.STRING)
    @Column(name = "work_mode")
    private AfterCallMode mode;

    @Column(name = "work_seconds")
    private int seconds;

    @Column(name = "work_extensions")
    private int extensions;

    @Column(name = "work_extension_seconds")
    private int extensionSeconds;

    @Column(name = "work_code_required")
    private boolean codeRequired;

    @Column(name = "work_since")
    private @Nullable Instant since;

    @Column(name = "work_until")
    private @Nullable Instant until;

    @Column(name = "work_code")
    private @Nullable String code;

    @Column(name = "work_note")
    private @Nullable String note;

    @SuppressWarnings("NullAway.Init")
    protected AfterCall() {}

    /** @param rule any but none */
    public AfterCall(CallId call, String queue, @Nullable ChannelCode channel, AfterCallRule rule) {
        this.phase = rule.mode().always() ? AfterCallPhase.DUE : AfterCallPhase.POSSIBLE;
        this.call = call.toString();
        this.queue = queue;
        this.channel = channel == null ? null : channel.value();
        this.mode = rule.mode();
        this.seconds = rule.seconds();
        this.extensions = rule.extensions();
        this.extensionSeconds = rule.extensionSeconds();
        this.codeRequired = rule.codeRequired();
    }

    /** To be changed in its place: that another value stands there is seen however its owner was read. */
    AfterCall copy() {
        AfterCall copy = new AfterCall();
        copy.phase = phase;
        copy.call = call;
        copy.queue = queue;
        copy.channel = channel;
        copy.mode = mode;
        copy.seconds = seconds;
        copy.extensions = extensions;
        copy.extensionSeconds = extensionSeconds;
        copy.codeRequired = codeRequired;
        copy.since = since;
        copy.until = until;
        copy.code = code;
        copy.note = note;
        return copy;
    }

    /** The agent asks for the time. */
    void want(Instant now) {
        if (phase == AfterCallPhase.POSSIBLE) {
            moveTo(AfterCallPhase.DUE);
        } else if (phase == AfterCallPhase.OFFERED) {
            begin(now);
        }
    }

    void callIsOver(Instant now) {
        if (phase == AfterCallPhase.DUE) {
            begin(now);
        } else if (phase == AfterCallPhase.POSSIBLE) {
            since = now;
            moveTo(AfterCallPhase.OFFERED);
        }
    }

    private void begin(Instant now) {
        moveTo(AfterCallPhase.ON);
        since = now;
        until = now.plusSeconds(seconds);
    }

    /** From its present end, not from now. */
    void extend() {
        if (until == null || !mayExtend()) {
            throw new IllegalStateException("Cannot be extended");
        }
        extensions--;
        until = until.plusSeconds(extensionSeconds);
    }

    public boolean mayExtend() {
        return phase == AfterCallPhase.ON && extensions > 0;
    }

    /** Of a fixed time nobody goes early. */
    public boolean mayFinish() {
        return phase == AfterCallPhase.OFFERED || phase == AfterCallPhase.ON && mode != AfterCallMode.FIXED;
    }

    void write(@Nullable String chosen, @Nullable String text) {
        code = chosen;
        note = text;
    }

    /** Whether the PBX must send no call of a queue: from the answer on, so that none slips in when the call ends. */
    boolean keepsCallsAway() {
        return phase == AfterCallPhase.DUE || phase == AfterCallPhase.ON;
    }

    boolean isOn() {
        return phase == AfterCallPhase.ON;
    }

    boolean isAfterTheCall() {
        return phase == AfterCallPhase.OFFERED || phase == AfterCallPhase.ON;
    }

    boolean isOver(Instant now) {
        return until != null && !now.isBefore(until);
    }

    /** A plan holds while its call is on, the work until it is done. */
    boolean givesWayTo(CallId other) {
        return phase == AfterCallPhase.OFFERED || phase != AfterCallPhase.ON && !call.equals(other.toString());
    }

    private void moveTo(AfterCallPhase next) {
        if (!NEXT.getOrDefault(phase, Set.of()).contains(next)) {
            throw new IllegalStateException(phase + " -> " + next);
        }
        phase = next;
    }

    /** What is to be kept of it. */
    CallWrappedUp ended(String agent, boolean timedOut, Instant now) {
        return new CallWrappedUp(
                CallId.parse(call), agent, queue, channel(), code, note, timedOut, since == null ? now : since, now);
    }

    public boolean codeRequired() {
        return codeRequired;
    }

    public String queue() {
        return queue;
    }

    public @Nullable ChannelCode channel() {
        return channel == null ? null : new ChannelCode(channel);
    }

    public @Nullable String code() {
        return code;
    }

    public @Nullable String note() {
        return note;
    }

    public AfterCallView view() {
        return new AfterCallView(
                CallId.parse(call), queue, phase, mode, since, until, extensions, extensionSeconds, codeRequired);
    }
}
