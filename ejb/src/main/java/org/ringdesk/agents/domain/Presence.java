package org.ringdesk.agents.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ringdesk.agents.AgentState;
import org.ringdesk.agents.CallWrappedUp;
import org.ringdesk.agents.Notice;
import org.ringdesk.agents.PauseReason;
import org.ringdesk.agents.PhoneState;
import org.ringdesk.cti.CallId;

/**
 * An agent's presence: the wish and the seat are the agent's, the phone is what the PBX says, the work after a call has its
 * own rules; the state is derived from them and never set. A wish made during a call or the work after it is what comes next.
 * What the PBX has to hear is untold until it has taken it.
 */
@Entity
@Table(name = "agent_presence")
public class Presence {
    /** The reason that the PBX shows for the work after a call. */
    public static final String AFTER_CALL = "AFTER_CALL";

    /** What the agent asked for. */
    public enum Wish {
        READY,
        PAUSED,
        SIGNED_OUT
    }

    @Id
    private String login;

    @Enumerated(EnumType.STRING)
    private Wish wish = Wish.SIGNED_OUT;

    @Enumerated(EnumType.STRING)
    @Column(name = "pause_reason")
    private @Nullable PauseReason pauseReason;

    @Enumerated(EnumType.STRING)
    private PhoneState phone = PhoneState.IDLE;

    @Embedded
    private Seat seat = new Seat();

    @Embedded
    private @Nullable AfterCall work;

    @Embedded
    private @Nullable LastNotice notice;

    private Instant since;

    @Version
    private long version;

    @Transient
    private boolean moved;

    @Transient
    private final List<String> vacated = new ArrayList<>();

    @Transient
    private final List<CallWrappedUp> wrappedUp = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Presence() {}

    public Presence(String login, Instant now) {
        this.login = login;
        this.since = now;
    }

    /** Sits down at a phone, and gets up from another. */
    public void sitAt(String phoneThere) {
        if (!phoneThere.equals(seat.endpoint())) {
            getUp();
            seat = Seat.at(phoneThere);
        }
    }

    private void getUp() {
        String left = seat.endpoint();
        if (left != null) {
            vacated.add(left);
            seat = Seat.left();
        }
    }

    /** Only someone who sits at a phone can be anything but signed out. */
    public void wish(Wish wanted, @Nullable PauseReason reason, Instant now) {
        if (seat.endpoint() == null && wanted != Wish.SIGNED_OUT) {
            throw new IllegalStateException(login + " sits nowhere");
        }
        change(now, () -> {
            wish = wanted;
            pauseReason = reason;
            notice = null;
        });
    }

    /** Somebody else's doing; what was being wrapped up ends as it stands. */
    public void signedOut(Notice why, Instant now) {
        change(now, () -> {
            endWork(true, now);
            wish = Wish.SIGNED_OUT;
            pauseReason = null;
            notice = LastNotice.of(why);
        });
    }

    /** @return whether anything changed */
    public boolean phone(PhoneState now, Instant at) {
        boolean idle = phone != PhoneState.IDLE && now == PhoneState.IDLE;
        boolean changed = phone != now;
        change(at, () -> {
            phone = now;
            if (idle && work != null && !work.isAfterTheCall()) {
                work = work.copy();
                work.callIsOver(at);
            }
        });
        return changed;
    }

    /** Plans the work after the call, unless the work after an earlier one is still on. */
    public void talks(CallId call, @Nullable AfterCall planned, Instant now) {
        change(now, () -> {
            phone = PhoneState.TALKING;
            if (planned != null && (work == null || work.givesWayTo(call))) {
                endWork(false, now);
                work = planned;
            }
            if (notice != null && notice.is(Notice.Kind.MISSED_CALL)) {
                notice = null;
            }
        });
    }

    /** The phone rang and nobody answered. Of one who was not ready nothing was expected. */
    public void missed(boolean pause, Instant now) {
        if (wish == Wish.READY) {
            change(now, () -> {
                if (pause) {
                    wish = Wish.PAUSED;
                    pauseReason = PauseReason.MISSED_CALL;
                }
                notice = LastNotice.of(new Notice(Notice.Kind.MISSED_CALL, null, now));
            });
        }
    }

    /** @return whether anything changed */
    public boolean reachable(boolean now, Instant at) {
        boolean changed = seat.isReachable() != now;
        change(at, () -> seat = seat.reachable(now));
        return changed;
    }

    public boolean isReachable() {
        return seat.isReachable();
    }

    public void wantAfterCall(Instant now) {
        if (work != null) {
            AfterCall wanted = work.copy();
            work = wanted;
            change(now, () -> wanted.want(now));
        }
    }

    public void extendAfterCall() {
        work = required().copy();
        work.extend();
    }

    public void write(@Nullable String code, @Nullable String note) {
        work = required().copy();
        work.write(code, note);
    }

    /** The agent is done. */
    public void finishAfterCall(Instant now) {
        change(now, () -> endWork(false, now));
    }

    /** @return whether the time was over */
    public boolean timeIsUp(Instant now) {
        boolean over = work != null && work.isOver(now);
        if (over) {
            change(now, () -> endWork(true, now));
        }
        return over;
    }

    private void endWork(boolean timedOut, Instant now) {
        if (work != null && work.isAfterTheCall()) {
            CallWrappedUp ended = work.ended(login, timedOut && work.isOn(), now);
            if (work.isOn() || ended.code() != null || ended.note() != null) {
                wrappedUp.add(ended);
            }
        }
        work = null;
    }

    private AfterCall required() {
        return Objects.requireNonNull(work, "No work after a call");
    }

    /** Whatever changes, the state's beginning, the seat and what the PBX has to hear follow from it. */
    private void change(Instant at, Runnable what) {
        AgentState before = state();
        PauseReason reasonBefore = reason();
        String heard = pauseText();
        what.run();
        boolean leaves = wish == Wish.SIGNED_OUT && phone == PhoneState.IDLE && (work == null || !work.isOn());
        if (leaves) {
            endWork(false, at);
            getUp();
        }
        if (state() != before || reason() != reasonBefore) {
            since = at;
            moved = true;
        }
        if (!pauseText().equals(heard)) {
            seat = seat.untold();
        }
    }

    public AgentState state() {
        return switch (phone) {
            case TALKING -> AgentState.ON_CALL;
            case RINGING -> AgentState.RINGING;
            case IDLE -> work != null && work.isOn() ? AgentState.AFTER_CALL : next();
        };
    }

    /** What is left when the call and the work after it are over. */
    public AgentState next() {
        return switch (wish) {
            case READY -> seat.isReachable() ? AgentState.READY : AgentState.UNREACHABLE;
            case PAUSED -> AgentState.PAUSED;
            case SIGNED_OUT -> AgentState.SIGNED_OUT;
        };
    }

    /** Of the pause that the state says. */
    public @Nullable PauseReason reason() {
        return state() == AgentState.PAUSED ? pauseReason : null;
    }

    /** Why the PBX keeps calls of queues away; empty when it sends them. */
    public String pauseText() {
        if (work != null && work.keepsCallsAway()) {
            return AFTER_CALL;
        }
        return switch (wish) {
            case READY -> "";
            case PAUSED -> pauseReason == null ? wish.name() : pauseReason.name();
            case SIGNED_OUT -> wish.name();
        };
    }

    /** The PBX has taken it. */
    public void told() {
        seat = seat.told();
    }

    public boolean isTold() {
        return seat.isTold();
    }

    /** Whether the PBX knows the seat and needs to hear only of a pause. */
    public boolean isJoined() {
        return seat.isJoined();
    }

    /** Has the PBX told again: it may have forgotten. */
    public void tellAgain() {
        seat = seat.forgotten();
    }

    /** What came of the changes since this was asked last. */
    public News takeNews() {
        News news = new News(moved, List.copyOf(vacated), List.copyOf(wrappedUp));
        moved = false;
        vacated.clear();
        wrappedUp.clear();
        return news;
    }

    public String login() {
        return login;
    }

    public Wish wish() {
        return wish;
    }

    public @Nullable PauseReason pauseReason() {
        return pauseReason;
    }

    public PhoneState phone() {
        return phone;
    }

    public @Nullable String endpoint() {
        return seat.endpoint();
    }

    public Optional<AfterCall> work() {
        return Optional.ofNullable(work);
    }

    public @Nullable Notice notice() {
        return notice == null ? null : notice.view();
    }

    public Instant since() {
        return since;
    }

    public long version() {
        return version;
    }
}
