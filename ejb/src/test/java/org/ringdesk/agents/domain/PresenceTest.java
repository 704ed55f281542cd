package org.ringdesk.agents.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ringdesk.administration.AfterCallMode;
import org.ringdesk.administration.AfterCallRule;
import org.ringdesk.agents.AfterCallPhase;
import org.ringdesk.agents.AfterCallView;
import org.ringdesk.agents.AgentState;
import org.ringdesk.agents.CallWrappedUp;
import org.ringdesk.agents.Notice;
import org.ringdesk.agents.PauseReason;
import org.ringdesk.agents.PhoneState;
import org.ringdesk.agents.domain.Presence.Wish;
import org.ringdesk.cti.CallId;
import org.ringdesk.testing.TestClock;

/** What Anna and her phone do, and what her state is then. */
class PresenceTest {
    private final TestClock clock = new TestClock();
    private final Presence anna = new Presence("anna.schmidt", clock.instant());
    private final CallId call = new CallId(UUID.randomUUID());

    @BeforeEach
    void sitsDownReady() {
        anna.sitAt("PJSIP/1001");
        wishes(Wish.READY, null);
        anna.told();
        anna.takeNews();
    }

    @Test
    void beginsSignedOutWithNothingToTell() {
        Presence someone = new Presence("lukas.weber", clock.instant());
        assertThat(someone.state()).isEqualTo(AgentState.SIGNED_OUT);
        assertThat(someone.isTold()).isTrue();
        assertThatThrownBy(() -> someone.wish(Wish.READY, null, clock.instant()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void everyStateGoesBeforeTheNext() {
        anna.reachable(false, clock.instant());
        is(AgentState.UNREACHABLE, "");
        anna.reachable(true, clock.instant());
        is(AgentState.READY, "");
        wishes(Wish.PAUSED, PauseReason.LUNCH);
        is(AgentState.PAUSED, "LUNCH");
        anna.reachable(false, clock.instant());
        is(AgentState.PAUSED, "LUNCH");
        talks(rule(AfterCallMode.REQUIRED));
        hangsUp();
        is(AgentState.AFTER_CALL, "AFTER_CALL");
        rings();
        is(AgentState.RINGING, "AFTER_CALL");
        talks(AfterCallRule.NONE);
        is(AgentState.ON_CALL, "AFTER_CALL");
    }

    @Test
    void whatIsChosenOnTheCallComesAfterTheWork() {
        talks(rule(AfterCallMode.REQUIRED));
        Instant answered = clock.instant();
        after(5);
        wishes(Wish.PAUSED, PauseReason.LUNCH);
        is(AgentState.ON_CALL, "AFTER_CALL");
        assertThat(anna.since()).isEqualTo(answered);
        assertThat(anna.next()).isEqualTo(AgentState.PAUSED);
        hangsUp();
        is(AgentState.AFTER_CALL, "AFTER_CALL");
        anna.finishAfterCall(clock.instant());
        is(AgentState.PAUSED, "LUNCH");
        assertThat(anna.reason()).isEqualTo(PauseReason.LUNCH);
    }

    @Test
    void withoutAfterCallWorkTheNextCallMayComeAtOnce() {
        talks(AfterCallRule.NONE);
        is(AgentState.ON_CALL, "");
        hangsUp();
        is(AgentState.READY, "");
        assertThat(anna.work()).isEmpty();
    }

    @Test
    void optionalWorkIsOfferedAndTheAgentStaysReady() {
        talks(rule(AfterCallMode.OPTIONAL));
        is(AgentState.ON_CALL, "");
        hangsUp();
        is(AgentState.READY, "");
        assertThat(work().phase()).isEqualTo(AfterCallPhase.OFFERED);
        after(3);
        anna.wantAfterCall(clock.instant());
        is(AgentState.AFTER_CALL, "AFTER_CALL");
        assertThat(work().until()).isEqualTo(clock.instant().plusSeconds(30));
        anna.write("ORDER", "two lamps");
        after(4);
        anna.finishAfterCall(clock.instant());
        is(AgentState.READY, "");
        CallWrappedUp done = anna.takeNews().wrappedUp().get(0);
        assertThat(done.code()).isEqualTo("ORDER");
        assertThat(done.note()).isEqualTo("two lamps");
        assertThat(done.timedOut()).isFalse();
        assertThat(Duration.between(done.began(), done.ended())).hasSeconds(4);
    }

    @Test
    void optionalWorkMayBeAskedForOnTheCall() {
        talks(rule(AfterCallMode.OPTIONAL));
        anna.wantAfterCall(clock.instant());
        is(AgentState.ON_CALL, "AFTER_CALL");
        hangsUp();
        is(AgentState.AFTER_CALL, "AFTER_CALL");
    }

    @Test
    void anOfferThatNobodyTookIsForgottenButNotWhatWasTyped() {
        talks(rule(AfterCallMode.OPTIONAL));
        hangsUp();
        CallId next = new CallId(UUID.randomUUID());
        talks(next, rule(AfterCallMode.OPTIONAL));
        assertThat(anna.takeNews().wrappedUp()).isEmpty();
        assertThat(work().call()).isEqualTo(next);
        hangsUp();
        anna.write(null, "calls again");
        talks(rule(AfterCallMode.OPTIONAL));
        assertThat(anna.takeNews().wrappedUp()).singleElement().satisfies(done -> {
            assertThat(done.call()).isEqualTo(next);
            assertThat(done.note()).isEqualTo("calls again");
        });
    }

    @Test
    void requiredWorkEndsByItselfAtItsLimit() {
        talks(rule(AfterCallMode.REQUIRED));
        is(AgentState.ON_CALL, "AFTER_CALL");
        hangsUp();
        anna.write("ORDER", null);
        after(29);
        assertThat(anna.timeIsUp(clock.instant())).isFalse();
        is(AgentState.AFTER_CALL, "AFTER_CALL");
        after(1);
        assertThat(anna.timeIsUp(clock.instant())).isTrue();
        is(AgentState.READY, "");
        assertThat(anna.takeNews().wrappedUp()).singleElement().satisfies(done -> {
            assertThat(done.timedOut()).isTrue();
            assertThat(done.code()).isEqualTo("ORDER");
        });
        assertThat(anna.timeIsUp(clock.instant())).isFalse();
    }

    @Test
    void requiredWorkIsExtendedSoOftenAndNoMore() {
        talks(rule(AfterCallMode.REQUIRED));
        assertThat(anna.work().orElseThrow().mayExtend()).as("on the call").isFalse();
        hangsUp();
        Instant end = clock.instant().plusSeconds(30);
        after(10);
        anna.extendAfterCall();
        assertThat(work().until()).isEqualTo(end.plusSeconds(20));
        anna.extendAfterCall();
        assertThat(work().until()).isEqualTo(end.plusSeconds(40));
        assertThat(work().extensions()).isZero();
        assertThatThrownBy(anna::extendAfterCall).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void ofAFixedTimeNobodyGoesEarly() {
        talks(rule(AfterCallMode.FIXED));
        hangsUp();
        is(AgentState.AFTER_CALL, "AFTER_CALL");
        assertThat(anna.work().orElseThrow().mayFinish()).isFalse();
        assertThat(anna.work().orElseThrow().mayExtend()).isFalse();
        after(30);
        assertThat(anna.timeIsUp(clock.instant())).isTrue();
        is(AgentState.READY, "");
    }

    @Test
    void aDirectCallInTheMiddleOfTheWorkDoesNotEndIt() {
        talks(rule(AfterCallMode.REQUIRED));
        hangsUp();
        anna.write(null, "half a sen");
        after(5);
        rings();
        talks(new CallId(UUID.randomUUID()), AfterCallRule.NONE);
        after(5);
        hangsUp();
        is(AgentState.AFTER_CALL, "AFTER_CALL");
        assertThat(work().call()).isEqualTo(call);
        assertThat(anna.work().orElseThrow().note()).isEqualTo("half a sen");
        after(20);
        assertThat(anna.timeIsUp(clock.instant())).isTrue();
    }

    @Test
    void theTimeMayEndWhileAnotherCallIsOn() {
        talks(rule(AfterCallMode.REQUIRED));
        hangsUp();
        talks(new CallId(UUID.randomUUID()), AfterCallRule.NONE);
        after(30);
        assertThat(anna.timeIsUp(clock.instant())).isTrue();
        is(AgentState.ON_CALL, "");
    }

    @Test
    void whoSignsOutOnTheCallLeavesWhenTheWorkIsDone() {
        talks(rule(AfterCallMode.REQUIRED));
        wishes(Wish.SIGNED_OUT, null);
        is(AgentState.ON_CALL, "AFTER_CALL");
        assertThat(anna.endpoint()).isEqualTo("PJSIP/1001");
        hangsUp();
        is(AgentState.AFTER_CALL, "AFTER_CALL");
        assertThat(anna.takeNews().vacated()).isEmpty();
        anna.finishAfterCall(clock.instant());
        is(AgentState.SIGNED_OUT, "SIGNED_OUT");
        assertThat(anna.endpoint()).isNull();
        assertThat(anna.takeNews().vacated()).containsExactly("PJSIP/1001");
    }

    @Test
    void aMissedCallPausesAReadyAgentWhoIsTold() {
        rings();
        anna.phone(PhoneState.IDLE, clock.instant());
        anna.missed(true, clock.instant());
        is(AgentState.PAUSED, "MISSED_CALL");
        assertThat(anna.notice()).isEqualTo(new Notice(Notice.Kind.MISSED_CALL, null, clock.instant()));
        wishes(Wish.READY, null);
        is(AgentState.READY, "");
        assertThat(anna.notice()).isNull();
    }

    @Test
    void aMissedCallLeavesOthersAsTheyAre() {
        anna.missed(false, clock.instant());
        is(AgentState.READY, "");
        assertThat(anna.notice()).isNotNull();
        wishes(Wish.PAUSED, PauseReason.MEETING);
        anna.missed(true, clock.instant());
        is(AgentState.PAUSED, "MEETING");
        assertThat(anna.notice()).isNull();
    }

    @Test
    void whoeverIsSignedOutByOthersKeepsWhatWasTyped() {
        talks(rule(AfterCallMode.REQUIRED));
        hangsUp();
        anna.write("QUESTION", null);
        anna.signedOut(new Notice(Notice.Kind.FREED, "Petra Lindner", clock.instant()), clock.instant());
        is(AgentState.SIGNED_OUT, "SIGNED_OUT");
        News news = anna.takeNews();
        assertThat(news.vacated()).containsExactly("PJSIP/1001");
        assertThat(news.wrappedUp()).extracting(CallWrappedUp::code).containsExactly("QUESTION");
        assertThat(anna.notice()).isNotNull();
    }

    @Test
    void anotherPhoneIsTakenAndTheOldOneLeft() {
        anna.sitAt("PJSIP/1007");
        assertThat(anna.takeNews().vacated()).containsExactly("PJSIP/1001");
        assertThat(anna.isTold()).isFalse();
        assertThat(anna.isJoined()).isFalse();
        anna.told();
        assertThat(anna.isJoined()).isTrue();
    }

    @Test
    void thePbxHearsOnlyWhatConcernsIt() {
        rings();
        talks(rule(AfterCallMode.OPTIONAL));
        hangsUp();
        assertThat(anna.isTold()).isTrue();
        anna.wantAfterCall(clock.instant());
        assertThat(anna.isTold()).isFalse();
        anna.told();
        anna.tellAgain();
        assertThat(anna.isTold()).isFalse();
        assertThat(anna.isJoined()).isFalse();
    }

    @Test
    void anotherReasonCountsAnew() {
        wishes(Wish.PAUSED, PauseReason.LUNCH);
        Instant lunch = clock.instant();
        after(1);
        wishes(Wish.PAUSED, PauseReason.LUNCH);
        assertThat(anna.since()).isEqualTo(lunch);
        after(1);
        wishes(Wish.PAUSED, PauseReason.MEETING);
        assertThat(anna.since()).isEqualTo(clock.instant());
    }

    private static AfterCallRule rule(AfterCallMode mode) {
        int extensions = mode == AfterCallMode.FIXED ? 0 : 2;
        return new AfterCallRule(mode, 30, extensions, extensions == 0 ? 0 : 20, false);
    }

    private void wishes(Wish wish, @Nullable PauseReason reason) {
        anna.wish(wish, reason, clock.instant());
    }

    private void rings() {
        anna.phone(PhoneState.RINGING, clock.instant());
    }

    private void talks(AfterCallRule rule) {
        talks(call, rule);
    }

    private void talks(CallId id, AfterCallRule rule) {
        AfterCall plan = rule.mode() == AfterCallMode.NONE ? null : new AfterCall(id, "orders-de", null, rule);
        anna.talks(id, plan, clock.instant());
    }

    private void hangsUp() {
        anna.phone(PhoneState.IDLE, clock.instant());
    }

    private void after(int seconds) {
        clock.forward(Duration.ofSeconds(seconds));
    }

    private AfterCallView work() {
        return anna.work().orElseThrow().view();
    }

    private void is(AgentState state, String pbxPause) {
        assertThat(anna.state()).isEqualTo(state);
        assertThat(anna.pauseText()).isEqualTo(pbxPause);
    }
}
