package org.ringdesk.calls.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ringdesk.cti.EndReason;

/** When a call began, rang first, was answered first and ended, and why. */
@Embeddable
class Moments {
    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "ringing_at")
    private @Nullable Instant ringingAt;

    @Column(name = "answered_at")
    private @Nullable Instant answeredAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "end_reason")
    private @Nullable EndReason endReason;

    @SuppressWarnings("NullAway.Init")
    protected Moments() {}

    static Moments from(Instant start) {
        Moments moments = new Moments();
        moments.startedAt = start;
        return moments;
    }

    void rings(Instant at) {
        ringingAt = ringingAt == null ? at : ringingAt;
    }

    void answered(Instant at) {
        answeredAt = answeredAt == null ? at : answeredAt;
    }

    /** A caller who talked with nobody gave up, whatever the PBX played meanwhile. */
    void ends(EndReason reason, Instant at) {
        endedAt = at;
        endReason = reason == EndReason.COMPLETED && answeredAt == null ? EndReason.CANCELLED : reason;
    }

    /** Since when the customer talks, or is in the call at all. */
    Instant talkedFrom() {
        return answeredAt == null ? startedAt : answeredAt;
    }

    Instant startedAt() {
        return startedAt;
    }

    @Nullable
    Instant answeredAt() {
        return answeredAt;
    }

    @Nullable
    Instant endedAt() {
        return endedAt;
    }

    @Nullable
    EndReason endReason() {
        return endReason;
    }
}
