package org.ringdesk.web.administration;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.RuleChange;
import org.ringdesk.orders.OrderEventKind;
import org.ringdesk.shared.Refusal;
import org.ringdesk.web.page.Attempt;
import org.ringdesk.web.page.Words;
import org.ringdesk.webhooks.AttemptView;
import org.ringdesk.webhooks.WebhookSecret;
import org.ringdesk.webhooks.WebhookView;
import org.ringdesk.webhooks.Webhooks;

/** Who is told what happens to orders: the list, one of them or a new one, and what was tried with it. */
@Named
@ViewScoped
public class WebhooksPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int LAST = 20;

    @Inject
    private Webhooks webhooks;

    @Inject
    private Attempt attempt;

    @Inject
    private Words words;

    private List<WebhookView> all = List.of();
    private @Nullable Long id;
    private @Nullable WebhookView chosen;
    private String label = "";
    private String url = "";
    private String[] kinds = {};
    private String secret = "";
    private boolean keyThere;

    /** The one that the address names, or a new one. */
    public void read() {
        keyThere = webhooks.isKeyThere();
        all = webhooks.all();
        chosen =
                all.stream().filter(w -> id != null && w.id() == id).findFirst().orElse(null);
        WebhookView known = chosen;
        label = known == null ? "" : known.label();
        url = known == null ? "https://" : known.url();
        kinds = (known == null ? afterPlacing() : new ArrayList<>(known.kinds()))
                .stream().map(Enum::name).toArray(String[]::new);
    }

    private static List<OrderEventKind> afterPlacing() {
        return List.of(
                OrderEventKind.PLACED,
                OrderEventKind.CHANGE_BEGUN,
                OrderEventKind.LINE_CANCELLED,
                OrderEventKind.CANCELLED,
                OrderEventKind.HELD,
                OrderEventKind.HOLD_CLEARED,
                OrderEventKind.SHIPPED,
                OrderEventKind.INVOICED);
    }

    public void save() {
        List<OrderEventKind> wanted =
                Arrays.stream(kinds).map(OrderEventKind::valueOf).collect(Collectors.toList());
        WebhookView known = chosen;
        if (known == null) {
            doing(() -> shown(webhooks.register(label, url, wanted)), "webhook.registered");
        } else {
            doing(() -> webhooks.save(known.id(), label, url, wanted, known.version()), "queues.saved");
        }
    }

    public void pause() {
        WebhookView known = getChosen();
        doing(() -> webhooks.pause(known.id(), known.version()), "webhook.paused");
    }

    public void resume() {
        WebhookView known = getChosen();
        doing(() -> webhooks.resume(known.id(), known.version()), "webhook.resumed");
    }

    public void renewSecret() {
        WebhookView known = getChosen();
        doing(() -> shown(webhooks.renewSecret(known.id(), known.version())), "webhook.renewed");
    }

    private WebhookView shown(WebhookSecret fresh) {
        secret = fresh.secret();
        return fresh.webhook();
    }

    private void doing(Supplier<WebhookView> work, String done) {
        secret = "";
        try {
            id = work.get().id();
            read();
            attempt.say("hook:save", FacesMessage.SEVERITY_INFO, words.of(done));
        } catch (Refusal refusal) {
            if (refusal.key().equals("rules.changed")) {
                read();
            }
            String field = refusal.field();
            attempt.tell("hook:" + (field == null ? "save" : field), null, refusal);
        }
    }

    public boolean isKeyThere() {
        return keyThere;
    }

    public List<WebhookView> getAll() {
        return all;
    }

    public WebhookView getChosen() {
        if (chosen == null) {
            throw new IllegalStateException("No webhook is chosen");
        }
        return chosen;
    }

    public boolean isFresh() {
        return chosen == null;
    }

    public List<AttemptView> getAttempts() {
        return chosen == null ? List.of() : webhooks.attempts(chosen.id(), LAST);
    }

    public List<RuleChange> getChanges() {
        return chosen == null ? List.of() : webhooks.history(chosen.id());
    }

    public List<OrderEventKind> getEventKinds() {
        return List.of(OrderEventKind.values());
    }

    /** Shown once: right after it was made. */
    public String getSecret() {
        return secret;
    }

    public @Nullable Long getId() {
        return id;
    }

    public void setId(@Nullable Long named) {
        id = named;
    }

    public String getLabel() {
        return label;
    }

    public void setLabel(@Nullable String typed) {
        label = typed == null ? "" : typed;
    }

    public String getUrl() {
        return url;
    }

    public void setUrl(@Nullable String typed) {
        url = typed == null ? "" : typed;
    }

    public String[] getKinds() {
        return kinds.clone();
    }

    public void setKinds(String @Nullable [] named) {
        kinds = named == null ? new String[0] : named.clone();
    }
}
