package org.ringdesk.payments;

import static java.util.logging.Level.WARNING;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Logger;
import org.ringdesk.payments.gateway.Answer;
import org.ringdesk.payments.gateway.Card;
import org.ringdesk.payments.gateway.Gateway;
import org.ringdesk.shared.Refusal;

/** Asks the gateway and has its answers kept. A gateway that fails has given no answer: we do not know what it did. */
@ApplicationScoped
class GatewayDesk {
    private static final Logger LOG = Logger.getLogger(GatewayDesk.class.getName());

    @Inject
    private Gateway gateway;

    @Inject
    private Submitting submitting;

    @Inject
    private Moving moving;

    /** @throws Refusal {@code payment.token.invalid} when there is no such card, {@code payment.gateway.away} */
    Card card(String token) {
        Optional<Card> card;
        try {
            card = gateway.card(token);
        } catch (RuntimeException e) {
            LOG.log(
                    WARNING,
                    "The payment gateway cannot tell about a card: {0}",
                    e.getClass().getName());
            throw new Refusal("payment.gateway.away");
        }
        return card.orElseThrow(() -> new Refusal("payment.token.invalid"));
    }

    boolean movesMoney() {
        return gateway.movesMoney();
    }

    void authorize(Submitting.Ask ask) {
        keep(ask.payment(), answer(() -> gateway.authorize(ask.charge())));
    }

    /** What became of it; what the gateway has never seen is sent again under its key. */
    void clear(Submitting.Ask ask) {
        Answer status = answer(() -> gateway.status(ask.charge()));
        keep(
                ask.payment(),
                status instanceof Answer.NeverSent ? answer(() -> gateway.authorize(ask.charge())) : status);
    }

    /** Asked again under its key the gateway gives the first answer, so that nothing need be known of earlier attempts. */
    void move(Moving.Ask ask) {
        Answer answer = answer(() -> ask.givesBack() ? gateway.refund(ask.take()) : gateway.capture(ask.take()));
        Again.once(() -> moving.answered(ask.move(), answer));
    }

    void giveBack(Submitting.Ask ask) {
        Answer answer = answer(() -> gateway.cancel(ask.charge(), ask.reference()));
        Again.once(() -> submitting.givenBack(ask.payment(), answer));
    }

    private void keep(long payment, Answer answer) {
        Again.once(() -> submitting.answered(payment, answer));
    }

    /** The message of a failure may hold what was sent, so only its kind is logged. */
    private static Answer answer(Supplier<Answer> question) {
        try {
            return question.get();
        } catch (RuntimeException e) {
            LOG.log(WARNING, "The payment gateway failed: {0}", e.getClass().getName());
            return new Answer.Unknown(e.getClass().getSimpleName());
        }
    }
}
