package org.ringdesk.administration.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import org.ringdesk.administration.MissedCallRule;
import org.ringdesk.administration.TelephonyRules;

/** The rules for all agents: one row. */
@Entity
@Table(name = "telephony_rule")
public class TelephonyRule {
    public static final int ONLY = 1;

    @Id
    private int id;

    @Column(name = "grace_seconds")
    private int graceSeconds;

    @Enumerated(EnumType.STRING)
    @Column(name = "missed_call")
    private MissedCallRule missedCall;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected TelephonyRule() {}

    public void set(Duration grace, MissedCallRule missed) {
        graceSeconds = Math.toIntExact(grace.toSeconds());
        missedCall = missed;
    }

    public TelephonyRules view() {
        return new TelephonyRules(Duration.ofSeconds(graceSeconds), missedCall, version);
    }
}
