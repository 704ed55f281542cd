package org.ringdesk.payments.gateway.sandbox;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.ringdesk.payments.gateway.Answer;
import org.ringdesk.payments.gateway.Card;
import org.ringdesk.payments.gateway.Charge;
import org.ringdesk.payments.gateway.Gateway;
import org.ringdesk.payments.gateway.Take;

/**
 * Moves no money. Its tokens:
 *
 * <ul>
 *   <li>{@code tok_visa}, {@code tok_mastercard}, {@code tok_amex}, {@code tok_approve}: approved
 *   <li>{@code tok_slow}: approved after three seconds
 *   <li>{@code tok_declined}: declined
 *   <li>{@code tok_timeout}: charged, but the answer gets lost; the status says so later
 *   <li>{@code tok_timeout_lost}: the first request gets lost on the way there; sent again under its key it is approved
 *   <li>{@code tok_timeout_declined}: declined, but the answer gets lost
 *   <li>{@code tok_capture_declined}: approved, but nothing can be taken later
 *   <li>{@code tok_unreachable}: cannot be sent at all
 * </ul>
 */
@ApplicationScoped
@Typed(SandboxGateway.class)
public class SandboxGateway implements Gateway {
    private static final Duration SLOW = Duration.ofSeconds(3);

    private static final Map<String, Card> CARDS = Map.ofEntries(
            Map.entry("tok_visa", new Card("VISA", "4242")),
            Map.entry("tok_approve", new Card("VISA", "1111")),
            Map.entry("tok_mastercard", new Card("MASTERCARD", "4444")),
            Map.entry("tok_amex", new Card("AMEX", "0005")),
            Map.entry("tok_slow", new Card("VISA", "0077")),
            Map.entry("tok_declined", new Card("VISA", "0002")),
            Map.entry("tok_timeout", new Card("VISA", "0028")),
            Map.entry("tok_timeout_lost", new Card("VISA", "0036")),
            Map.entry("tok_timeout_declined", new Card("VISA", "0044")),
            Map.entry("tok_unreachable", new Card("VISA", "0010")),
            Map.entry("tok_capture_declined", new Card("VISA", "0341")));

    @Inject
    private SandboxBooks books;

    @Override
    public Optional<Card> card(String token) {
        return Optional.ofNullable(CARDS.get(token));
    }

    @Override
    public boolean movesMoney() {
        return false;
    }

    @Override
    public Answer authorize(Charge charge) {
        return switch (charge.token()) {
            case "tok_visa", "tok_mastercard", "tok_amex", "tok_approve", "tok_capture_declined" ->
                charge(charge, true);
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
    public Answer status(Charge charge) {
        return books.status(charge.key());
    }

    @Override
    public Answer cancel(Charge charge, String reference) {
        return again(() -> books.cancel(charge.key()));
    }

    @Override
    public Answer capture(Take take) {
        return again(() -> books.capture(take, !take.charge().token().equals("tok_capture_declined")));
    }

    @Override
    public Answer refund(Take take) {
        return again(() -> books.refund(take));
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
