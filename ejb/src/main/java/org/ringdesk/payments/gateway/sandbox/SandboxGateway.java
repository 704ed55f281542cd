package org.ringdesk.payments.gateway.sandbox;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.ringdesk.payments.gateway.Answer;
import org.ringdesk.payments.gateway.Charge;
import org.ringdesk.payments.gateway.Gateway;

/**
 * Moves no money. Its tokens:
 *
 * <ul>
 *   <li>{@code tok_visa}, {@code tok_mastercard}, {@code tok_amex}, {@code tok_approve}: approved
 *   <li>{@code tok_slow}: approved after three seconds
 *   <li>{@code tok_declined} and any token that it does not know: declined
 *   <li>{@code tok_timeout}: charged, but the answer gets lost; the status says so later
 *   <li>{@code tok_timeout_lost}: the first request gets lost on the way there; sent again under its key it is approved
 *   <li>{@code tok_timeout_declined}: declined, but the answer gets lost
 *   <li>{@code tok_unreachable}: cannot be sent at all
 * </ul>
 */
@ApplicationScoped
public class SandboxGateway implements Gateway {
    private static final Duration SLOW = Duration.ofSeconds(3);

    @Inject
    private SandboxBooks books;

    @Override
    public Answer authorize(Charge charge) {
        return switch (charge.token()) {
            case "tok_visa", "tok_mastercard", "tok_amex", "tok_approve" -> charge(charge, true);
            case "tok_slow" -> {
                Answer answer = charge(charge, true);
                LockSupport.parkNanos(SLOW.toNanos());
                yield answer;
            }
            case "tok_timeout" -> lost(charge(charge, true));
            case "tok_timeout_declined" -> lost(charge(charge, false));
            case "tok_timeout_lost" ->
                again(() -> books.lose(charge)) ? new Answer.Unknown("timeout") : charge(charge, true);
            case "tok_unreachable" -> new Answer.NeverSent("connection_refused");
            default -> charge(charge, false);
        };
    }

    @Override
    public Answer status(String key) {
        return books.status(key);
    }

    @Override
    public Answer cancel(String key) {
        return again(() -> books.cancel(key));
    }

    private Answer charge(Charge charge, boolean approve) {
        return again(() -> books.charge(charge, approve));
    }

    private static Answer lost(Answer unheard) {
        return new Answer.Unknown("timeout");
    }

    /** Of two requests with one key at the same time the second finds what the first entered. */
    private static <T> T again(Supplier<T> work) {
        try {
            return work.get();
        } catch (EJBException e) {
            return work.get();
        }
    }
}
