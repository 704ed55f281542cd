package org.ringdesk.payments;

import static java.util.logging.Level.WARNING;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import java.util.logging.Logger;
import org.ringdesk.payments.gateway.Answer;
import org.ringdesk.payments.gateway.Gateway;

/** Asks the gateway and has its answers kept. A gateway that fails has given no answer: we do not know what it did. */
@ApplicationScoped
class GatewayDesk {
    private static final Logger LOG = Logger.getLogger(GatewayDesk.class.getName());

    @Inject
    private Gateway gateway;

    @Inject
    private Submitting submitting;

    void authorize(Submitting.Ask ask) {
        keep(ask.payment(), answer(() -> gateway.authorize(ask.charge())));
    }

    /** What became of it; what the gateway has never seen is sent again under its key. */
    void clear(Submitting.Ask ask) {
        Answer status = answer(() -> gateway.status(ask.charge().key()));
        keep(
                ask.payment(),
                status instanceof Answer.NeverSent ? answer(() -> gateway.authorize(ask.charge())) : status);
    }

    void giveBack(Submitting.Ask ask) {
        Answer answer = answer(() -> gateway.cancel(ask.charge().key()));
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
