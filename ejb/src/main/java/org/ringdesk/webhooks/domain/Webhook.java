package org.ringdesk.webhooks.domain;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ringdesk.orders.OrderEventKind;
import org.ringdesk.shared.Refusal;
import org.ringdesk.webhooks.WebhookProblem;
import org.ringdesk.webhooks.WebhookState;
import org.ringdesk.webhooks.WebhookView;

/**
 * A receiver and how far it was told. What it gets next is decided once, as a delivery up to a place in the feed, and then tried until
 * it has it: the same events under the same name each time. Who tries puts off {@code dueAt} first, so nobody else tries meanwhile.
 */
@Entity
@Table(name = "webhook")
public class Webhook {
    static final Duration PATIENCE = Duration.ofDays(3);
    private static final Duration CLAIM = Duration.ofSeconds(60);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final int LABEL = 80;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "webhook_id")
    @SequenceGenerator(name = "webhook_id", sequenceName = "ringdesk_seq", allocationSize = 50)
    private long id;

    private String url;
    private String label;

    @Enumerated(EnumType.STRING)
    private WebhookState state = WebhookState.ACTIVE;

    @Column(name = "secret_version")
    private int secretVersion = 1;

    /** Rises only when people change it; the row's own version does with every delivery. */
    @Column(name = "settings_version")
    private long settingsVersion = 1;

    /** It was told everything up to here. */
    @Column(name = "next_after")
    private long nextAfter;

    /** Up to where the delivery goes that it has not got yet. */
    @Column(name = "pending_through")
    private @Nullable Long pendingThrough;

    private @Nullable String delivery;

    @Column(name = "due_at")
    private @Nullable Instant dueAt;

    private int attempts;

    @Column(name = "failing_since")
    private @Nullable Instant failingSince;

    @Enumerated(EnumType.STRING)
    private @Nullable WebhookProblem problem;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    @ElementCollection
    @CollectionTable(name = "webhook_kind", joinColumns = @JoinColumn(name = "webhook_id"))
    @Column(name = "kind")
    @Enumerated(EnumType.STRING)
    private Set<OrderEventKind> kinds = new HashSet<>();

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Webhook() {}

    /** @param after the place in the feed from which on it is told */
    public Webhook(String label, String url, Collection<OrderEventKind> kinds, long after, String by, Instant now) {
        set(label, url, kinds);
        this.nextAfter = after;
        this.createdAt = now;
        this.createdBy = by;
        this.dueAt = now;
    }

    /** @throws Refusal with the field: {@code webhook.label}, {@code webhook.kinds.missing} */
    public final void set(String name, String address, Collection<OrderEventKind> wanted) {
        if (name.isBlank() || name.strip().length() > LABEL) {
            throw new Refusal("webhook.label", LABEL).at("label");
        }
        if (wanted.isEmpty()) {
            throw new Refusal("webhook.kinds.missing").at("kinds");
        }
        label = name.strip();
        url = address.strip();
        kinds.retainAll(wanted);
        kinds.addAll(wanted);
        pendingThrough = null;
        delivery = null;
    }

    /** Takes it for whoever tries, so that nobody else does for a while. */
    public boolean claim(Instant now) {
        if (state != WebhookState.ACTIVE || dueAt == null || dueAt.isAfter(now)) {
            return false;
        }
        dueAt = now.plus(CLAIM);
        return true;
    }

    /** Nothing up to there is for it. */
    public void passOver(long upTo, Instant now) {
        nextAfter = upTo;
        dueAt = now;
    }

    /** What it gets next, if that is not decided yet. */
    public void attempt(long through) {
        if (pendingThrough == null) {
            pendingThrough = through;
            delivery = UUID.randomUUID().toString();
        }
        attempts++;
    }

    public boolean wants(OrderEventKind kind) {
        return kinds.contains(kind);
    }

    /** Nothing of a delivery that was given up meanwhile. */
    public boolean isAbout(String name) {
        return name.equals(delivery);
    }

    public void delivered(Instant now) {
        nextAfter = Objects.requireNonNull(pendingThrough, "Nothing was on its way");
        pendingThrough = null;
        delivery = null;
        attempts = 0;
        failingSince = null;
        problem = null;
        dueAt = now;
    }

    /** @param jitter from 0 to 1, so that many do not come at once; what fails for days is paused */
    public void failed(WebhookProblem why, double jitter, Instant now) {
        problem = why;
        failingSince = failingSince == null ? now : failingSince;
        if (now.isBefore(failingSince.plus(PATIENCE))) {
            dueAt = now.plus(waitAfter(attempts, jitter));
        } else {
            pause();
        }
    }

    static Duration waitAfter(int attempts, double jitter) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(Math.max(attempts - 1, 0), 20));
        Duration most = wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
        return most.dividedBy(2).plus(Duration.ofMillis((long) (most.toMillis() / 2 * jitter)));
    }

    public void pause() {
        state = WebhookState.PAUSED;
        dueAt = null;
    }

    /** Goes on where it was, at once; its patience is new. */
    public void resume(Instant now) {
        state = WebhookState.ACTIVE;
        dueAt = now;
        attempts = 0;
        failingSince = null;
        problem = null;
    }

    /** The old secret counts no more. */
    public void renewSecret() {
        secretVersion++;
    }

    public long id() {
        return id;
    }

    public String url() {
        return url;
    }

    public int secretVersion() {
        return secretVersion;
    }

    public long nextAfter() {
        return nextAfter;
    }

    public @Nullable Long pendingThrough() {
        return pendingThrough;
    }

    public String delivery() {
        return Objects.requireNonNull(delivery, "Nothing is on its way");
    }

    public long settingsVersion() {
        return settingsVersion;
    }

    /** People changed it. */
    public void changed() {
        settingsVersion++;
    }

    /** For the log of changes. */
    public Map<String, String> facts() {
        return Map.of(
                "label",
                label,
                "url",
                url,
                "kinds",
                kinds.stream().sorted().map(Enum::name).collect(Collectors.joining(", ")),
                "state",
                state.name(),
                "secret",
                "#" + secretVersion);
    }

    public WebhookView view() {
        return new WebhookView(
                id,
                label,
                url,
                kinds.isEmpty() ? Set.of() : EnumSet.copyOf(kinds),
                state,
                nextAfter,
                attempts,
                dueAt,
                failingSince,
                problem,
                createdAt,
                createdBy,
                settingsVersion);
    }
}
