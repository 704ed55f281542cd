package org.ringdesk.agents.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ringdesk.agents.AgentState;
import org.ringdesk.agents.PauseReason;
import org.ringdesk.agents.PhoneState;

/**
 * An agent's presence: the wish is the agent's, the phone is what the PBX says, the state is derived and never set. A changed
 * wish is untold until the PBX has taken it.
 */
@Entity
@Table(name = "agent_presence")
public class Presence {
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

    private Instant since;
    private boolean told = true;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Presence() {}

    public Presence(String login, Instant now) {
        this.login = login;
        this.since = now;
    }

    public void wish(Wish wanted, @Nullable PauseReason reason, Instant now) {
        AgentState before = state();
        boolean sameReason = pauseReason == reason;
        wish = wanted;
        pauseReason = reason;
        told = false;
        if (state() != before || state() == AgentState.PAUSED && !sameReason) {
            since = now;
        }
    }

    /** @return whether anything changed */
    public boolean phone(PhoneState now, Instant at) {
        AgentState before = state();
        boolean changed = phone != now;
        phone = now;
        if (state() != before) {
            since = at;
        }
        return changed;
    }

    public void told() {
        told = true;
    }

    public boolean isTold() {
        return told;
    }

    /** Has the PBX told again: it may have forgotten. */
    public void tellAgain() {
        if (wish != Wish.SIGNED_OUT) {
            told = false;
        }
    }

    public AgentState state() {
        return switch (phone) {
            case TALKING -> AgentState.ON_CALL;
            case RINGING -> AgentState.RINGING;
            case IDLE ->
                switch (wish) {
                    case READY -> AgentState.READY;
                    case PAUSED -> AgentState.PAUSED;
                    case SIGNED_OUT -> AgentState.SIGNED_OUT;
                };
        };
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

    public Instant since() {
        return since;
    }

    public long version() {
        return version;
    }
}
