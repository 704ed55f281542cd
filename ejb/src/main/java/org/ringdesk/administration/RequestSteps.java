package org.ringdesk.administration;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.ringdesk.administration.store.Answers;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;

/** The steps of {@link Requests}, each a transaction. */
@Stateless
@RolesAllowed({Role.ORDER_READER, Role.FULFILMENT, Role.CATALOG_FEED, Role.CUSTOMER_FEED})
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RequestSteps {
    private static final Duration KEPT = Duration.ofHours(48);

    @Inject
    private Answers answers;

    @Inject
    private Clock clock;

    @Resource
    private SessionContext context;

    public void ask(String key, String fingerprint) {
        answers.ask(me(), key, fingerprint, clock.instant());
    }

    /** The answer is kept if and only if the work is. */
    public Answer answer(String key, String fingerprint, Supplier<Answer> work) {
        Answers.Asked asked = answers.take(me(), key).orElseThrow(() -> new Refusal("request.running"));
        if (!asked.fingerprint().equals(fingerprint)) {
            throw new Refusal("request.other");
        }
        if (asked.answer() != null) {
            return asked.answer();
        }
        Answer answer = work(work);
        if (!answer.isRefusal()) {
            answers.keep(me(), key, answer);
        }
        return answer;
    }

    /** A refusal leaves nothing. */
    public Answer work(Supplier<Answer> work) {
        Answer answer = work.get();
        if (answer.isRefusal()) {
            context.setRollbackOnly();
        }
        return answer;
    }

    public void keep(String key, Answer answer) {
        answers.keep(me(), key, answer);
    }

    @RolesAllowed(Role.SYSTEM)
    public int forgetOld() {
        return answers.forget(clock.instant().minus(KEPT));
    }

    private String me() {
        return context.getCallerPrincipal().getName();
    }
}
