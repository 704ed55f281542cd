package org.ringdesk.webhooks;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.ringdesk.administration.ChangeLog;
import org.ringdesk.administration.RuleChange;
import org.ringdesk.orders.OrderEventKind;
import org.ringdesk.orders.OrderFeed;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;
import org.ringdesk.webhooks.domain.Webhook;
import org.ringdesk.webhooks.gateway.Destinations;
import org.ringdesk.webhooks.store.Hooks;

/** Who is told what happens to orders. Nobody is forgotten: who is to hear no more is paused. Every change is written down. */
@Stateless
@RolesAllowed(Role.ADMIN)
public class Webhooks {
    private static final String LOG_KIND = "WEBHOOK";
    private static final int LIST = 200;

    @Inject
    private Hooks hooks;

    @Inject
    private Destinations destinations;

    @Inject
    private OrderFeed feed;

    @Inject
    private ServerKey key;

    @Inject
    private ChangeLog log;

    @Inject
    private Clock clock;

    @Resource
    private SessionContext context;

    /** Without the server's key there are no secrets, and nobody is told anything. */
    public boolean isKeyThere() {
        return key.isThere();
    }

    public List<WebhookView> all() {
        return hooks.all();
    }

    /**
     * From now on it is told.
     *
     * @throws Refusal {@code webhook.key.missing}; about a field, which it names: {@code webhook.label}, {@code webhook.url.invalid},
     *     {@code webhook.url.private}, {@code webhook.url.host}, {@code webhook.kinds.missing}
     */
    public WebhookSecret register(String label, String url, Collection<OrderEventKind> kinds) {
        String address = destinations.check(url).toString();
        String who = context.getCallerPrincipal().getName();
        Webhook webhook = new Webhook(label, address, kinds, feed.last(), who, clock.instant());
        WebhookView view = hooks.add(webhook);
        String secret = key.secretOf(webhook);
        note(webhook, Map.of());
        return new WebhookSecret(view, secret);
    }

    /** @param version as it was read @throws Refusal as {@link #register}; {@code webhook.unknown}, {@code rules.changed} */
    public WebhookView save(long id, String label, String url, Collection<OrderEventKind> kinds, long version) {
        String address = destinations.check(url).toString();
        return change(id, version, webhook -> webhook.set(label, address, kinds));
    }

    /** What happens meanwhile it is told when it goes on. */
    public WebhookView pause(long id, long version) {
        return change(id, version, Webhook::pause);
    }

    /** Goes on where it was, at once; also one that waits for its next attempt. */
    public WebhookView resume(long id, long version) {
        return change(id, version, webhook -> webhook.resume(clock.instant()));
    }

    /** From the next attempt on it is signed with another secret. @throws Refusal also {@code webhook.key.missing} */
    public WebhookSecret renewSecret(long id, long version) {
        WebhookView view = change(id, version, Webhook::renewSecret);
        return new WebhookSecret(view, key.secretOf(hooks.locked(id)));
    }

    private WebhookView change(long id, long version, Consumer<Webhook> change) {
        Webhook webhook = hooks.locked(id);
        if (webhook.settingsVersion() != version) {
            throw new Refusal("rules.changed");
        }
        Map<String, String> before = webhook.facts();
        change.accept(webhook);
        webhook.changed();
        WebhookView view = hooks.saved(webhook);
        note(webhook, before);
        return view;
    }

    private void note(Webhook webhook, Map<String, String> before) {
        log.note(LOG_KIND, Long.toString(webhook.id()), before, webhook.facts());
    }

    /** The latest first. */
    public List<RuleChange> history(long id) {
        return log.of(LOG_KIND, Long.toString(id));
    }

    /** The latest first, 200 at most. */
    public List<AttemptView> attempts(long id, int most) {
        return hooks.attempts(id, Math.min(Math.max(most, 1), LIST));
    }
}
