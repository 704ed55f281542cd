package org.ringdesk.calls.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ringdesk.calls.CallState;
import org.ringdesk.cti.CallEvent;
import org.ringdesk.cti.CallEvent.Direction;
import org.ringdesk.cti.CallId;
import org.ringdesk.cti.Caller;
import org.ringdesk.cti.EndReason;
import org.ringdesk.cti.Leg;
import org.ringdesk.cti.PbxId;
import org.ringdesk.shared.Refusal;

class CallRecordTest {
    private static final Instant T0 = Instant.parse("2026-11-02T08:00:00Z");
    private final CallEvent.Started started = started(10);
    private final CallRecord call = new CallRecord(started, Direction.INBOUND);

    @Test
    void ringsAtTwoAndIsTalkedByOne() {
        call.waits("orders-de");
        call.rings(Map.of("anna", "PJSIP/1001-1", "ben", "PJSIP/1002-1"), "orders-de", T0);
        assertThat(call.audience()).containsExactlyInAnyOrder("anna", "ben");
        assertThat(call.stateFor("ben")).isEqualTo(CallState.RINGING);

        call.talks("anna", "PJSIP/1001-1", T0.plusSeconds(4));
        assertThat(call.stateFor("anna")).isEqualTo(CallState.TALKING);
        assertThat(call.stateFor("ben")).isEqualTo(CallState.ENDED);
        assertThat(call.audience()).containsExactly("anna");
    }

    @Test
    void waitsAgainWhenNobodyPicksUp() {
        call.rings(Map.of("anna", "PJSIP/1001-1"), "orders-de", T0);
        call.stopsRinging("anna", "PJSIP/1001-0");
        assertThat(call.state()).isEqualTo(CallState.RINGING);
        call.stopsRinging("anna", "PJSIP/1001-1");
        assertThat(call.state()).isEqualTo(CallState.WAITING);
        call.rings(Map.of("ben", "PJSIP/1002-1"), "orders-de", T0.plusSeconds(15));
        assertThat(call.audience()).containsExactly("ben");
    }

    @Test
    void endsOnceAndStaysEnded() {
        call.rings(Map.of("anna", "PJSIP/1001-1"), null, T0);
        call.ends(EndReason.CANCELLED, T0.plusSeconds(5));
        call.ends(EndReason.COMPLETED, T0.plusSeconds(6));
        call.talks("anna", "PJSIP/1001-1", T0.plusSeconds(7));
        call.held(true);
        assertThat(call.stateFor("anna")).isEqualTo(CallState.ENDED);
        assertThat(call.endReason()).isEqualTo(EndReason.CANCELLED);
        assertThat(call.endedAt()).isEqualTo(T0.plusSeconds(5));
    }

    @Test
    void whoTalkedWithNobodyGaveUp() {
        call.waits("orders-de");
        call.ends(EndReason.COMPLETED, T0.plusSeconds(9));
        assertThat(call.endReason()).isEqualTo(EndReason.CANCELLED);
    }

    @Test
    void takesEachFactOnce() {
        assertThat(call.isNews(started)).isTrue();
        assertThat(call.isNews(started)).isFalse();
        assertThat(call.isNews(started(9))).isFalse();
        assertThat(call.isNews(started(12))).isTrue();
    }

    @Test
    void overlongTextsFromOutsideAreCut() {
        call.parties(new Caller("1".repeat(300), "x".repeat(300), false), null, "2".repeat(300), null);
        assertThat(call.party()).hasSize(80);
        assertThat(call.callerName()).hasSize(120);
        assertThat(call.dialled()).hasSize(80);
        call.parks("7".repeat(300), T0);
        assertThat(call.parkedAt()).hasSize(20);
    }

    @Test
    void aNoteIsKeptUnlessItIsTooLong() {
        call.note("  rings back on Friday ");
        assertThat(call.note()).isEqualTo("rings back on Friday");
        assertThatThrownBy(() -> call.note("x".repeat(501)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("call.note.long");
        call.note(" ");
        assertThat(call.note()).isNull();
    }

    @Test
    void aMutedPhoneIsHeardAgainWhenAnotherHasTheCall() {
        call.talks("anna", "PJSIP/1001-1", T0);
        call.mutes(true);
        call.talks("anna", "PJSIP/1001-1", T0);
        assertThat(call.muted()).isTrue();
        call.talks("ben", "PJSIP/1002-1", T0);
        assertThat(call.muted()).isFalse();
    }

    private static CallEvent.Started started(long seq) {
        return new CallEvent.Started(
                new PbxId("main"),
                seq,
                T0,
                new CallId(new UUID(1, 2)),
                Direction.INBOUND,
                new Leg("PJSIP/trunk-1", "1.1", "PJSIP/trunk"),
                new Caller("+493023125042", "Anna", false),
                "+493023125100");
    }
}
