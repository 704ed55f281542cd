package org.ringdesk.calls.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ringdesk.agents.CallWrappedUp;

/** What one agent noted after the call, and how long that took. Written once; a call that several agents talked on has several. */
@Entity
@Table(name = "call_wrap_up")
public class CallWrapUp {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "call_wrap_up_id")
    @SequenceGenerator(name = "call_wrap_up_id", sequenceName = "ringdesk_seq", allocationSize = 50)
    private long id;

    @Column(name = "call_id")
    private String call;

    private String agent;
    private @Nullable String code;
    private @Nullable String label;
    private @Nullable String note;

    @Column(name = "timed_out")
    private boolean timedOut;

    @Column(name = "began_at")
    private Instant beganAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    @SuppressWarnings("NullAway.Init")
    protected CallWrapUp() {}

    /** @param label the code in words, as they are now: those of the list may change */
    public CallWrapUp(CallWrappedUp done, @Nullable String label) {
        this.call = done.call().toString();
        this.agent = done.agent();
        this.code = done.code();
        this.label = label;
        this.note = done.note();
        this.timedOut = done.timedOut();
        this.beganAt = done.began();
        this.endedAt = done.ended();
    }
}
