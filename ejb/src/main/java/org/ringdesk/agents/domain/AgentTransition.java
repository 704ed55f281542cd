package org.ringdesk.agents.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ringdesk.agents.AgentState;
import org.ringdesk.agents.PauseReason;

/** An agent went into a state; it lasted until the next one. Written once. */
@Entity
@Table(name = "agent_transition")
public class AgentTransition {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "agent_transition_id")
    @SequenceGenerator(name = "agent_transition_id", sequenceName = "ringdesk_seq", allocationSize = 50)
    private long id;

    private String login;
    private Instant at;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private AgentState state;

    @Enumerated(EnumType.STRING)
    private @Nullable PauseReason reason;

    private @Nullable String endpoint;

    @SuppressWarnings("NullAway.Init")
    protected AgentTransition() {}

    public AgentTransition(Presence presence) {
        this.login = presence.login();
        this.at = presence.since();
        this.state = presence.state();
        this.reason = presence.reason();
        this.endpoint = presence.endpoint();
    }
}
