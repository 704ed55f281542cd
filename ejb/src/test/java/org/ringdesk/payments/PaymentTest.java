package org.ringdesk.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.ringdesk.payments.domain.MoneyMove;
import org.ringdesk.payments.domain.Payment;
import org.ringdesk.payments.domain.Tender;
import org.ringdesk.payments.gateway.Answer;
import org.ringdesk.shared.Money;
import org.ringdesk.shared.Refusal;

/** A card payment's life, answer by answer. */
class PaymentTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Answer YES = new Answer.Approved("ref");
    private static final Answer NO = new Answer.Declined("no");
    private static final Answer NEVER = new Answer.NeverSent("none");
    private static final Answer LOST = new Answer.Unknown("timeout");

    /** What can happen to a payment, in any order. */
    enum Step {
        ASK,
        APPROVED,
        DECLINED,
        NEVER_SENT,
        UNKNOWN,
        TAKE_BACK,
        GIVEN_BACK,
        CLAIM,
        SETTLED
    }

    private final Payment payment =
            new Payment(1, 1, Tender.card("tok_visa", "VISA", "4242"), Money.of("10", "EUR"), "anna", NOW);

    @Test
    void isAuthorized() {
        payment.authorizing(NOW);
        assertThat(payment.status()).isEqualTo(PaymentStatus.AUTHORIZING);
        assertThat(payment.answered(YES, NOW).answer()).isEqualTo("APPROVED");
        assertThat(payment.status()).isEqualTo(PaymentStatus.AUTHORIZED);
    }

    @Test
    void whatIsCertainStays() {
        payment.authorizing(NOW);
        payment.answered(YES, NOW);
        for (Answer late : List.of(LOST, NEVER, NO)) {
            payment.answered(late, NOW);
            assertThat(payment.status()).isEqualTo(PaymentStatus.AUTHORIZED);
        }
    }

    @Test
    void unknownIsAskedAboutSoonAndThenLessOften() {
        payment.authorizing(NOW);
        payment.answered(LOST, NOW);
        assertThat(payment.status()).isEqualTo(PaymentStatus.UNKNOWN);
        assertThat(payment.claim(NOW.plusSeconds(4))).isFalse();
        Instant now = NOW.plusSeconds(5);
        Duration before = Duration.ZERO;
        for (int i = 0; i < 12; i++) {
            assertThat(payment.claim(now)).isTrue();
            assertThat(payment.claim(now)).as("claimed already").isFalse();
            Duration wait = Duration.ofSeconds(1);
            while (!payment.claim(now.plus(wait))) {
                wait = wait.plusSeconds(1);
            }
            assertThat(wait).isGreaterThanOrEqualTo(before).isLessThanOrEqualTo(Duration.ofMinutes(30));
            before = wait;
            now = now.plus(wait).plus(Duration.ofMinutes(31));
        }
        payment.answered(YES, now);
        assertThat(payment.status()).isEqualTo(PaymentStatus.AUTHORIZED);
    }

    @Test
    void neverSentIsBelievedOnlyOfTheFirstRequest() {
        payment.authorizing(NOW);
        payment.answered(NEVER, NOW);
        assertThat(payment.status()).isEqualTo(PaymentStatus.NOT_SUBMITTED);
        payment.authorizing(NOW);
        payment.claim(NOW.plusSeconds(61));
        payment.answered(NEVER, NOW);
        assertThat(payment.status()).isEqualTo(PaymentStatus.UNKNOWN);
    }

    @Test
    void anApprovalAfterItWasTakenBackIsGivenBack() {
        payment.authorizing(NOW);
        payment.answered(NEVER, NOW);
        payment.takeBack(NOW);
        assertThat(payment.status()).isEqualTo(PaymentStatus.VOIDED);
        payment.answered(YES, NOW);
        assertThat(payment.status()).isEqualTo(PaymentStatus.VOIDING);
        assertThat(payment.claim(NOW.plusSeconds(5))).isTrue();
        payment.givenBack(LOST, NOW);
        assertThat(payment.status()).isEqualTo(PaymentStatus.VOIDING);
        payment.givenBack(YES, NOW);
        assertThat(payment.status()).isEqualTo(PaymentStatus.VOIDED);
    }

    @Test
    void whatCouldNotBeTakenIsOpenAgainThoughTheRestWasTaken() {
        payment.authorizing(NOW);
        payment.answered(YES, NOW);
        MoneyMove first = payment.take(Money.of("4", "EUR"), "R-1", NOW).orElseThrow();
        MoneyMove rest = payment.take(Money.of("6", "EUR"), "R-2", NOW).orElseThrow();
        rest.answered(YES, NOW);
        assertThat(payment.status()).isEqualTo(PaymentStatus.PAID);
        first.answered(NO, NOW);
        assertThat(payment.status()).isEqualTo(PaymentStatus.AUTHORIZED);
        assertThat(payment.untaken()).isEqualTo(Money.of("4", "EUR"));
    }

    @Test
    void whatIsNotKnownIsNotTakenBack() {
        payment.authorizing(NOW);
        assertThatThrownBy(() -> payment.takeBack(NOW))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.key()).isEqualTo("payment.pending"));
        payment.answered(LOST, NOW);
        assertThatThrownBy(() -> payment.takeBack(NOW)).isInstanceOf(Refusal.class);
    }

    @Test
    void theTokenIsShownNowhere() {
        assertThat(payment.view(payment.amount(), "DE00010001").toString() + payment.label() + payment.charge())
                .doesNotContain("tok_visa");
    }

    /** Whatever happens in whatever order: money that may have moved is never forgotten. */
    @Property
    void moneyThatMayHaveMovedIsAlwaysLookedAfter(@ForAll List<Step> steps) {
        Payment any = new Payment(1, 1, Tender.card("tok_visa", "VISA", "4242"), Money.of("10", "EUR"), "anna", NOW);
        Instant later = NOW;
        for (Step step : steps) {
            take(any, step);
            later = later.plus(Duration.ofDays(1));
            boolean open = any.status().isPending() || any.status() == PaymentStatus.VOIDING;
            if (open) {
                any.settled();
                assertThat(any.claim(later)).as(step.name()).isTrue();
            }
        }
    }

    private static void take(Payment payment, Step step) {
        switch (step) {
            case ASK -> {
                if (payment.status() == PaymentStatus.NOT_SUBMITTED) {
                    payment.authorizing(NOW);
                }
            }
            case APPROVED -> payment.answered(YES, NOW);
            case DECLINED -> payment.answered(NO, NOW);
            case NEVER_SENT -> payment.answered(NEVER, NOW);
            case UNKNOWN -> payment.answered(LOST, NOW);
            case TAKE_BACK -> {
                if (!payment.status().isPending()) {
                    payment.takeBack(NOW);
                }
            }
            case GIVEN_BACK -> payment.givenBack(YES, NOW);
            case CLAIM -> payment.claim(NOW);
            case SETTLED -> payment.settled();
        }
    }
}
