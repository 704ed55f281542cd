package org.ringdesk.payments.gateway.stripe;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.CardException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.PermissionException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.ringdesk.payments.gateway.Answer;

/** What a failure says of the money: declined, never tried, or that nobody knows. Its message may hold what was sent. */
final class Failures {
    private Failures() {}

    static Answer answer(StripeException failure) {
        String code = word(failure.getCode(), failure.getClass().getSimpleName());
        if (failure instanceof CardException card) {
            return new Answer.Declined(word(card.getDeclineCode(), code));
        }
        if (failure instanceof IdempotencyException) {
            return new Answer.Declined("key_used_for_another_charge");
        }
        if (isTurnedAway(failure)) {
            return new Answer.NeverSent(code);
        }
        if (failure instanceof InvalidRequestException) {
            return new Answer.Declined(code);
        }
        return isUnreachable(failure) ? new Answer.NeverSent("unreachable") : new Answer.Unknown(code);
    }

    /** At the door: nothing was done. */
    private static boolean isTurnedAway(StripeException failure) {
        return failure instanceof RateLimitException
                || failure instanceof AuthenticationException
                || failure instanceof PermissionException;
    }

    private static boolean isUnreachable(StripeException failure) {
        Throwable cause = failure.getCause();
        return failure instanceof ApiConnectionException
                && (cause instanceof ConnectException || cause instanceof UnknownHostException);
    }

    private static String word(@Nullable String said, String otherwise) {
        return said == null || said.isBlank() ? otherwise : said;
    }
}
