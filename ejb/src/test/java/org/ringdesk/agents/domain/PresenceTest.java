package org.ringdesk.agents.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.ringdesk.agents.AgentState;
import org.ringdesk.agents.PauseReason;
import org.ringdesk.agents.PhoneState;
import org.ringdesk.agents.domain.Presence.Wish;

class PresenceTest {
    private static final Instant T0 = Instant.parse("2026-11-02T08:00:00Z");
    private final Presence presence = new Presence("anna.schmidt", T0);

    @Test
    void beginsSignedOutWithNothingToTell() {
        assertThat(presence.state()).isEqualTo(AgentState.SIGNED_OUT);
        assertThat(presence.isTold()).isTrue();
    }

    @Test
    void theCallGoesBeforeTheWish() {
        presence.wish(Wish.READY, null, T0.plusSeconds(1));
        presence.phone(PhoneState.RINGING, T0.plusSeconds(2));
        assertThat(presence.state()).isEqualTo(AgentState.RINGING);
        presence.phone(PhoneState.TALKING, T0.plusSeconds(3));
        presence.wish(Wish.PAUSED, PauseReason.LUNCH, T0.plusSeconds(4));
        assertThat(presence.state()).isEqualTo(AgentState.ON_CALL);
        assertThat(presence.since()).isEqualTo(T0.plusSeconds(3));
        presence.phone(PhoneState.IDLE, T0.plusSeconds(9));
        assertThat(presence.state()).isEqualTo(AgentState.PAUSED);
        assertThat(presence.since()).isEqualTo(T0.plusSeconds(9));
    }

    @Test
    void anotherReasonCountsAnew() {
        presence.wish(Wish.PAUSED, PauseReason.LUNCH, T0.plusSeconds(1));
        presence.wish(Wish.PAUSED, PauseReason.LUNCH, T0.plusSeconds(2));
        assertThat(presence.since()).isEqualTo(T0.plusSeconds(1));
        presence.wish(Wish.PAUSED, PauseReason.MEETING, T0.plusSeconds(3));
        assertThat(presence.since()).isEqualTo(T0.plusSeconds(3));
    }

    @Test
    void aWishStaysUntoldUntilThePbxHasIt() {
        presence.wish(Wish.READY, null, T0);
        assertThat(presence.isTold()).isFalse();
        presence.told();
        assertThat(presence.isTold()).isTrue();
        presence.tellAgain();
        assertThat(presence.isTold()).isFalse();
    }

    @Test
    void whoIsSignedOutNeedsNoTelling() {
        presence.tellAgain();
        assertThat(presence.isTold()).isTrue();
    }
}
