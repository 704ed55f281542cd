package org.ringdesk.payments.gateway.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringdesk.payments.gateway.Answer;
import org.ringdesk.payments.gateway.Card;
import org.ringdesk.payments.gateway.Charge;
import org.ringdesk.payments.gateway.Take;
import org.ringdesk.shared.Money;

/** What Stripe says, and what it means for the money. */
class StripeGatewayTest {
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final Money TEN = Money.of("10.00", "EUR");

    private final StripeDouble stripe;
    private final StripeGateway gateway;

    StripeGatewayTest() throws IOException {
        stripe = new StripeDouble();
        gateway = new StripeGateway(StripeDouble.SECRET, stripe.address(), PATIENCE);
    }

    @AfterEach
    void close() {
        stripe.close();
    }

    @Test
    void authorizesByTelephoneToBeCapturedLater() {
        Charge charge = charge("pm_card_visa");
        assertThat(gateway.authorize(charge)).isEqualTo(new Answer.Approved("pi_1"));
        assertThat(stripe.created.get(0))
                .containsEntry("key", charge.key())
                .containsEntry("amount", "1000")
                .containsEntry("currency", "eur")
                .containsEntry("payment_method", "pm_card_visa")
                .containsEntry("payment_method_types[0]", "card")
                .containsEntry("payment_method_options[card][moto]", "true")
                .containsEntry("capture_method", "manual")
                .containsEntry("confirm", "true")
                .containsEntry("error_on_requires_action", "true")
                .containsEntry("metadata[ringdesk_key]", charge.key());
    }

    @Test
    void authorizesOncePerKey() {
        Charge charge = charge("pm_card_visa");
        assertThat(gateway.authorize(charge)).isEqualTo(gateway.authorize(charge));
        assertThat(stripe.authorized()).containsExactly("1000 eur");
        assertThat(gateway.authorize(new Charge(charge.key(), "pm_card_visa", Money.of("20", "EUR"))))
                .isEqualTo(new Answer.Declined("key_used_for_another_charge"));
        assertThat(stripe.authorized()).containsExactly("1000 eur");
    }

    @ParameterizedTest
    @CsvSource({
        "pm_card_declined, Declined[reason=insufficient_funds]",
        "pm_card_expired,  Declined[reason=expired_card]",
        "pm_unheard_of,    Declined[reason=resource_missing]",
        "pm_busy,          NeverSent[reason=rate_limit]",
        "pm_broken,        Unknown[reason=ApiException]",
        "pm_at_once,       Unknown[reason=lock_timeout]",
    })
    void meansWhatItSays(String token, String answer) {
        assertThat(gateway.authorize(charge(token))).hasToString(answer);
        assertThat(stripe.authorized()).isEmpty();
    }

    @Test
    void whatIsNotAnsweredInTimeIsFoundLater() {
        Charge charge = charge("pm_slow");
        assertThat(gateway.authorize(charge)).isInstanceOf(Answer.Unknown.class);
        assertThat(gateway.status(charge)).isEqualTo(new Answer.Approved("pi_1"));
        assertThat(gateway.status(charge("pm_slow"))).isEqualTo(new Answer.NeverSent("not_found"));
    }

    @Test
    void tellsTheCardBehindAToken() {
        assertThat(gateway.card("pm_card_visa")).contains(new Card("VISA", "4242"));
        assertThat(gateway.card("pm_unheard_of")).isEmpty();
        assertThatThrownBy(() -> gateway.card("pm_broken")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void isGivenBackOnce() {
        Charge charge = charge("pm_card_visa");
        gateway.authorize(charge);
        assertThat(gateway.cancel(charge, "pi_1")).isEqualTo(new Answer.Approved("pi_1"));
        assertThat(gateway.cancel(charge, "pi_1")).isEqualTo(new Answer.Approved("pi_1"));
        assertThat(stripe.authorized()).isEmpty();
        assertThat(gateway.status(charge)).isEqualTo(new Answer.Declined("canceled"));
        assertThat(gateway.cancel(charge, "pi_2")).isEqualTo(new Answer.NeverSent("resource_missing"));
    }

    @Test
    void isTakenInPartsEachOnceEvenWhenStripeHasForgottenTheKey() {
        Charge charge = charge("pm_card_visa");
        gateway.authorize(charge);
        Take part = new Take(UUID.randomUUID().toString(), charge, "pi_1", Money.of("4.00", "EUR"), false);
        Take rest = new Take(UUID.randomUUID().toString(), charge, "pi_1", Money.of("6.00", "EUR"), true);
        assertThat(gateway.capture(part)).isEqualTo(new Answer.Approved("pi_1"));
        assertThat(stripe.authorized()).as("the rest is still held").hasSize(1);
        assertThat(gateway.capture(rest)).isEqualTo(new Answer.Approved("pi_1"));
        stripe.forgetKeys();
        assertThat(gateway.capture(part)).isEqualTo(new Answer.Approved("pi_1"));
        assertThat(gateway.capture(rest)).isEqualTo(new Answer.Approved("pi_1"));
        assertThat(stripe.captures)
                .extracting(c -> c.get("amount_to_capture") + " " + c.get("final_capture"))
                .containsExactly("400 false", "600 null");
        Take late = new Take(UUID.randomUUID().toString(), charge, "pi_1", Money.of("1.00", "EUR"), true);
        assertThat(gateway.capture(late)).isEqualTo(new Answer.Declined("payment_intent_unexpected_state"));
    }

    @Test
    void isRefundedOnce() {
        Charge charge = charge("pm_card_visa");
        gateway.authorize(charge);
        gateway.capture(new Take(UUID.randomUUID().toString(), charge, "pi_1", TEN, true));
        Take back = new Take(UUID.randomUUID().toString(), charge, "pi_1", Money.of("2.50", "EUR"), true);
        assertThat(gateway.refund(back)).isEqualTo(new Answer.Approved("re_1"));
        stripe.forgetKeys();
        assertThat(gateway.refund(back)).isEqualTo(new Answer.Approved("re_1"));
        assertThat(stripe.refunds).extracting(r -> r.get("amount")).containsExactly("250");
    }

    @Test
    void whoeverCannotBeReachedOrLetsNobodyInHasDoneNothing() {
        StripeGateway stranger = new StripeGateway("sk_test_other", stripe.address(), PATIENCE);
        assertThat(stranger.authorize(charge("pm_card_visa"))).isEqualTo(new Answer.NeverSent("invalid_api_key"));
        stripe.close();
        assertThat(gateway.authorize(charge("pm_card_visa"))).isEqualTo(new Answer.NeverSent("unreachable"));
        assertThat(stripe.authorized()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"10.00, EUR, 1000", "500, JPY, 500", "1.234, KWD, 1234", "5, ISK, 500"})
    void countsInTheSmallestUnits(String amount, String currency, long units) {
        assertThat(StripeGateway.smallestUnits(Money.of(amount, currency))).isEqualTo(units);
    }

    private static Charge charge(String token) {
        return new Charge(UUID.randomUUID().toString(), token, TEN);
    }
}
