package org.ringdesk.webhooks;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.ringdesk.orders.FeedEvent;
import org.ringdesk.orders.OrderFeed;
import org.ringdesk.shared.Role;
import org.ringdesk.webhooks.domain.Webhook;
import org.ringdesk.webhooks.gateway.Parcel;
import org.ringdesk.webhooks.gateway.Receipt;
import org.ringdesk.webhooks.store.Hooks;

/** The steps between which receivers are spoken to, each in a transaction of its own with the webhook's row locked. */
@Stateless
@RolesAllowed(Role.SYSTEM)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class WebhookSteps {
    /** Events in one delivery. */
    private static final int MOST = 100;

    @Inject
    private Hooks hooks;

    @Inject
    private OrderFeed feed;

    @Inject
    private ServerKey key;

    @Inject
    private Clock clock;

    public List<Long> due(int limit) {
        return key.isThere() ? hooks.due(clock.instant(), feed.last(), limit) : List.of();
    }

    /** Takes what it gets next for whoever delivers it; empty when somebody else has it, or nothing is for it. */
    public Optional<Parcel> claim(long id) {
        Webhook webhook = hooks.locked(id);
        Instant now = clock.instant();
        if (!webhook.claim(now)) {
            return Optional.empty();
        }
        List<FeedEvent> page = feed.after(webhook.nextAfter(), MOST);
        Long through = webhook.pendingThrough();
        List<FeedEvent> events = page.stream()
                .filter(e -> webhook.wants(e.kind()) && (through == null || e.sequence() <= through))
                .toList();
        if (events.isEmpty()) {
            webhook.passOver(
                    page.isEmpty()
                            ? webhook.nextAfter()
                            : page.get(page.size() - 1).sequence(),
                    now);
            return Optional.empty();
        }
        webhook.attempt(page.get(page.size() - 1).sequence());
        return Optional.of(new Parcel(id, webhook.url(), webhook.delivery(), key.secretOf(webhook), events));
    }

    public void answered(Parcel parcel, Receipt receipt) {
        Webhook webhook = hooks.locked(parcel.webhook());
        Instant now = clock.instant();
        WebhookProblem problem = receipt.problem();
        hooks.add(
                parcel.webhook(),
                new AttemptView(
                        now,
                        parcel.delivery(),
                        parcel.first(),
                        parcel.last(),
                        parcel.events().size(),
                        receipt.status(),
                        problem,
                        receipt.millis()));
        if (!webhook.isAbout(parcel.delivery())) {
            return;
        }
        if (problem == null) {
            webhook.delivered(now);
        } else {
            webhook.failed(problem, ThreadLocalRandom.current().nextDouble(), now);
        }
    }
}
