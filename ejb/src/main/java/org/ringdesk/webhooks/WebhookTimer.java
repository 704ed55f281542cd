package org.ringdesk.webhooks;

import static java.util.logging.Level.WARNING;

import jakarta.annotation.security.RunAs;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJBException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Logger;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;
import org.ringdesk.webhooks.gateway.Courier;
import org.ringdesk.webhooks.gateway.Parcel;
import org.ringdesk.webhooks.gateway.Receipt;

/** Has receivers told what is new, outside any transaction. All that are due are sent to at once, so that the slow ones wait together. */
@Singleton
@DependsOn("StartUp")
@RunAs(Role.SYSTEM)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class WebhookTimer {
    private static final Logger LOG = Logger.getLogger(WebhookTimer.class.getName());
    private static final int BATCH = 50;
    private static final int ROUNDS = 20;

    @Inject
    private WebhookSteps steps;

    @Inject
    private Courier courier;

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void run() {
        List<Long> due = steps.due(BATCH);
        for (int round = 1; !due.isEmpty() && round <= ROUNDS; round++) {
            deliver(due);
            due = steps.due(BATCH);
        }
    }

    private void deliver(List<Long> due) {
        Map<Parcel, Supplier<Receipt>> begun = new LinkedHashMap<>();
        for (long webhook : due) {
            try {
                steps.claim(webhook).ifPresent(parcel -> begun.put(parcel, courier.begin(parcel)));
            } catch (EJBException | Refusal e) {
                LOG.log(WARNING, e, () -> "Webhook " + webhook + " failed; it will be tried again");
            }
        }
        begun.forEach((parcel, receipt) -> {
            try {
                steps.answered(parcel, receipt.get());
            } catch (EJBException | Refusal e) {
                LOG.log(WARNING, e, () -> parcel + " may be delivered again");
            }
        });
    }
}
