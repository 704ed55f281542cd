package org.ringdesk.agents.telephony;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;
import org.ringdesk.agents.PresenceChanged;

/**
 * Has the PBX told soon after a wish changed. Whoever changed it, or delivers calls, never waits for the telling; a thousand
 * wishes of one moment are told in one go. What is asked for here is written down: the timer of {@link QueueSeats} finds it too.
 */
@ApplicationScoped
public class Wishes {
    @Inject
    private QueueSeats seats;

    @Resource
    private ManagedExecutorService executor;

    private final AtomicBoolean asked = new AtomicBoolean();

    void onWish(@Observes(during = TransactionPhase.AFTER_SUCCESS) PresenceChanged change) {
        if (asked.compareAndSet(false, true)) {
            executor.execute(() -> {
                asked.set(false);
                seats.tell();
            });
        }
    }
}
