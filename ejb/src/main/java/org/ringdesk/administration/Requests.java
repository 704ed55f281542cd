package org.ringdesk.administration;

import static java.util.logging.Level.FINE;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;

/**
 * Does what a system asks for, and with a key only once: the answer is kept in the work's own transaction, for two days, and given
 * again. That a request is known is written before the work, so that of two at the same time the second sees the first; a server
 * that is killed leaves it without an answer and unlocked, and then it is done.
 */
@Stateless
@RolesAllowed({Role.ORDER_READER, Role.FULFILMENT, Role.CATALOG_FEED, Role.CUSTOMER_FEED})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Requests {
    private static final Logger LOG = Logger.getLogger(Requests.class.getName());
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,100}");

    @Inject
    private RequestSteps steps;

    /**
     * @param key the caller's own; null: it is done as often as it is asked for
     * @param fingerprint of all that was asked, so that another request with the key is found
     * @param work in one transaction, of which a refusal leaves nothing
     * @throws Refusal {@code request.key}, {@code request.running} while the first is being done, {@code request.other}
     */
    public Answer answer(@Nullable String key, String fingerprint, Supplier<Answer> work) {
        if (key == null) {
            return steps.work(work);
        }
        if (!KEY.matcher(key).matches()) {
            throw new Refusal("request.key");
        }
        try {
            steps.ask(key, fingerprint);
        } catch (RuntimeException e) {
            // another one asks the same in this moment, or the database is away, which the next step says
            LOG.log(FINE, e, () -> "Asked already, it seems");
        }
        Answer answer = steps.answer(key, fingerprint, work);
        if (answer.isRefusal() && answer.isFinal()) {
            steps.keep(key, answer);
        }
        return answer;
    }
}
