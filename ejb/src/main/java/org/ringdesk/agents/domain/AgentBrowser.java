package org.ringdesk.agents.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** When an agent's page was last known to be open. */
@Entity
@Table(name = "agent_browser")
public class AgentBrowser {
    @Id
    private String login;

    @Column(name = "seen_at")
    private Instant seenAt;

    @SuppressWarnings("NullAway.Init")
    protected AgentBrowser() {}

    public Instant seenAt() {
        return seenAt;
    }
}
