package org.ringdesk.payments.gateway.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.PaymentMethod;
import com.stripe.model.Refund;
import com.stripe.model.StripeError;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentCaptureParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentCreateParams.CaptureMethod;
import com.stripe.param.PaymentIntentCreateParams.PaymentMethodOptions;
import com.stripe.param.PaymentIntentSearchParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import com.stripe.service.PaymentIntentService;
import com.stripe.service.PaymentMethodService;
import com.stripe.service.RefundService;
import com.stripe.service.V1Services;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.ringdesk.payments.gateway.Answer;
import org.ringdesk.payments.gateway.Card;
import org.ringdesk.payments.gateway.Charge;
import org.ringdesk.payments.gateway.Gateway;
import org.ringdesk.payments.gateway.Take;
import org.ringdesk.shared.Money;

/**
 * Stripe. An authorization is a PaymentIntent, confirmed at once, taken by telephone (MOTO) and captured by hand. Our key is its
 * idempotency key, which Stripe remembers for a day, and stands in its metadata, by which it is found after that.
 */
public final class StripeGateway implements Gateway {
    private static final String KEY = "ringdesk_key";
    private static final String TAKEN = "t_";
    private static final long MOST_REFUNDS = 100;
    private static final String MISSING = "resource_missing";
    private static final Answer NONE = new Answer.Declined(MISSING);

    /** Stripe counts these in hundredths although they have none. */
    private static final Set<String> IN_HUNDREDTHS = Set.of("ISK", "UGX");

    private final PaymentIntentService intents;
    private final PaymentMethodService methods;
    private final RefundService refunds;

    /** @param timeout for connecting, and again for the answer */
    public StripeGateway(String secretKey, String address, Duration timeout) {
        V1Services stripe = StripeClient.builder()
                .setApiKey(secretKey)
                .setApiBase(address)
                .setConnectTimeout((int) timeout.toMillis())
                .setReadTimeout((int) timeout.toMillis())
                .setMaxNetworkRetries(0)
                .build()
                .v1();
        intents = stripe.paymentIntents();
        methods = stripe.paymentMethods();
        refunds = stripe.refunds();
    }

    private interface Question {
        Answer ask() throws StripeException;
    }

    @Override
    public Optional<Card> card(String token) {
        try {
            PaymentMethod.Card card = methods.retrieve(token).getCard();
            return card == null
                    ? Optional.empty()
                    : Optional.of(new Card(card.getBrand().toUpperCase(Locale.ROOT), card.getLast4()));
        } catch (InvalidRequestException e) {
            return Optional.empty();
        } catch (StripeException e) {
            throw new IllegalStateException("Stripe does not say what card it is", e);
        }
    }

    @Override
    public boolean movesMoney() {
        return true;
    }

    @Override
    public Answer authorize(Charge charge) {
        return answer(() -> answer(intents.create(intent(charge), once(charge.key()))));
    }

    @Override
    public Answer status(Charge charge) {
        return answer(() -> {
            List<PaymentIntent> found = intents.search(PaymentIntentSearchParams.builder()
                            .setQuery("metadata['" + KEY + "']:'" + charge.key() + "'")
                            .build())
                    .getData();
            return found.isEmpty() ? new Answer.NeverSent("not_found") : answer(found.get(0));
        });
    }

    @Override
    public Answer cancel(Charge charge, String reference) {
        Answer answer = answer(() -> {
            PaymentIntent intent = intents.retrieve(reference);
            if (!intent.getStatus().equals("canceled")) {
                intent = intents.cancel(reference, once(charge.key() + ":cancel"));
            }
            return intent.getStatus().equals("canceled")
                    ? new Answer.Approved(intent.getId())
                    : new Answer.Unknown(intent.getStatus());
        });
        return answer.equals(NONE) ? new Answer.NeverSent(MISSING) : answer;
    }

    /** What was taken already stands in the intent's metadata under our key, when Stripe no longer remembers that. */
    @Override
    public Answer capture(Take take) {
        return answer(() -> {
            PaymentIntent intent = intents.retrieve(take.reference());
            if (intent.getMetadata() != null && intent.getMetadata().containsKey(TAKEN + take.key())) {
                return new Answer.Approved(intent.getId());
            }
            PaymentIntentCaptureParams.Builder params = PaymentIntentCaptureParams.builder()
                    .setAmountToCapture(smallestUnits(take.amount()))
                    .putMetadata(TAKEN + take.key(), take.amount().toString());
            if (!take.last()) {
                params.setFinalCapture(false);
            }
            return answer(intents.capture(take.reference(), params.build(), once(take.key())));
        });
    }

    @Override
    public Answer refund(Take take) {
        return answer(() -> {
            Optional<Refund> before = refunds
                    .list(RefundListParams.builder()
                            .setPaymentIntent(take.reference())
                            .setLimit(MOST_REFUNDS)
                            .build())
                    .getData()
                    .stream()
                    .filter(r -> r.getMetadata() != null
                            && take.key().equals(r.getMetadata().get(KEY)))
                    .findFirst();
            return answer(
                    before.isPresent()
                            ? before.get()
                            : refunds.create(
                                    RefundCreateParams.builder()
                                            .setPaymentIntent(take.reference())
                                            .setAmount(smallestUnits(take.amount()))
                                            .putMetadata(KEY, take.key())
                                            .build(),
                                    once(take.key())));
        });
    }

    private static Answer answer(Refund refund) {
        return switch (refund.getStatus()) {
            case "succeeded", "pending" -> new Answer.Approved(refund.getId());
            default -> new Answer.Declined(refund.getStatus());
        };
    }

    private static PaymentIntentCreateParams intent(Charge charge) {
        return PaymentIntentCreateParams.builder()
                .setAmount(smallestUnits(charge.amount()))
                .setCurrency(charge.amount().currency().getCurrencyCode().toLowerCase(Locale.ROOT))
                .setPaymentMethod(charge.token())
                .addPaymentMethodType("card")
                .setPaymentMethodOptions(PaymentMethodOptions.builder()
                        .setCard(PaymentMethodOptions.Card.builder()
                                .setMoto(true)
                                .setRequestMulticapture(PaymentMethodOptions.Card.RequestMulticapture.IF_AVAILABLE)
                                .build())
                        .build())
                .setCaptureMethod(CaptureMethod.MANUAL)
                .setConfirm(true)
                .setErrorOnRequiresAction(true)
                .putMetadata(KEY, charge.key())
                .build();
    }

    static long smallestUnits(Money money) {
        int digits = IN_HUNDREDTHS.contains(money.currency().getCurrencyCode())
                ? 2
                : money.currency().getDefaultFractionDigits();
        return money.amount().movePointRight(digits).longValueExact();
    }

    private static RequestOptions once(String key) {
        return RequestOptions.builder().setIdempotencyKey(key).build();
    }

    private static Answer answer(PaymentIntent intent) {
        return switch (intent.getStatus()) {
            case "requires_capture", "succeeded" -> new Answer.Approved(intent.getId());
            case "processing" -> new Answer.Unknown(intent.getStatus());
            default -> {
                StripeError error = intent.getLastPaymentError();
                yield new Answer.Declined(error == null ? intent.getStatus() : error.getCode());
            }
        };
    }

    private static Answer answer(Question question) {
        try {
            return question.ask();
        } catch (StripeException e) {
            return Failures.answer(e);
        }
    }
}
