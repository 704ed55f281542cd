package org.ringdesk.payments;

import static java.util.logging.Level.WARNING;

import jakarta.annotation.security.RunAs;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJBException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.logging.Logger;
import org.ringdesk.payments.Submitting.Ask;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;

/**
 * Clears up what is not certain: payments without an answer, orders that were paid for but not placed when something failed,
 * authorizations to be given back, money to be taken or given back. What is due is in the database, so a restart loses none; a
 * row is claimed before it is looked at, so two servers do not look at the same one.
 */
@Singleton
@DependsOn("StartUp")
@RunAs(Role.SYSTEM)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Reconciler {
    private static final Logger LOG = Logger.getLogger(Reconciler.class.getName());
    private static final int BATCH = 50;

    @Inject
    private Submitting submitting;

    @Inject
    private Moving moving;

    @Inject
    private GatewayDesk gateway;

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    void run() {
        for (long payment : submitting.due(BATCH)) {
            try {
                submitting.claim(payment).ifPresent(this::clear);
            } catch (EJBException | Refusal e) {
                LOG.log(WARNING, e, () -> "Payment " + payment + " could not be reconciled; it will be tried again");
            }
        }
        for (long move : moving.due(BATCH)) {
            try {
                moving.claim(move).ifPresent(gateway::move);
            } catch (EJBException | Refusal e) {
                LOG.log(WARNING, e, () -> "Money move " + move + " failed; it will be tried again");
            }
        }
    }

    private void clear(Ask ask) {
        if (ask.status() == PaymentStatus.VOIDING) {
            gateway.giveBack(ask);
        } else {
            if (ask.status().isPending()) {
                gateway.clear(ask);
            }
            submitting.settle(ask.order());
        }
    }
}
