package org.ringdesk.webhooks.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringdesk.shared.Refusal;
import org.ringdesk.webhooks.AttemptView;
import org.ringdesk.webhooks.WebhookProblem;
import org.ringdesk.webhooks.WebhookState;
import org.ringdesk.webhooks.WebhookView;
import org.ringdesk.webhooks.domain.Webhook;

/** Webhooks, and what was tried. */
@ApplicationScoped
public class Hooks {
    /** Of each webhook; older attempts are forgotten. */
    private static final int KEPT = 200;

    @PersistenceContext(unitName = "ringdesk")
    private EntityManager em;

    public WebhookView add(Webhook webhook) {
        em.persist(webhook);
        em.flush();
        return webhook.view();
    }

    public WebhookView saved(Webhook webhook) {
        em.flush();
        return webhook.view();
    }

    public List<WebhookView> all() {
        return em.createQuery("select w from Webhook w order by w.label, w.id", Webhook.class)
                .setHint("eclipselink.batch", "w.kinds")
                .getResultStream()
                .map(Webhook::view)
                .toList();
    }

    /** Nobody else delivers or changes it until the transaction ends. @throws Refusal {@code webhook.unknown} */
    public Webhook locked(long id) {
        Webhook webhook = em.find(Webhook.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (webhook == null) {
            throw new Refusal("webhook.unknown");
        }
        return webhook;
    }

    /** Those for which there is something, the longest overdue first. @param last place of the feed that is taken */
    public List<Long> due(Instant now, long last, int limit) {
        return em.createQuery(
                        "select w.id from Webhook w where w.state = :active and w.dueAt <= :now"
                                + " and (w.pendingThrough is not null or w.nextAfter < :last) order by w.dueAt, w.id",
                        Long.class)
                .setParameter("active", WebhookState.ACTIVE)
                .setParameter("now", now)
                .setParameter("last", last)
                .setMaxResults(limit)
                .getResultList();
    }

    public void add(long webhook, AttemptView attempt) {
        em.createNativeQuery(
                        "insert into webhook_attempt (webhook_id, delivery, at, first_sequence, last_sequence, events, status,"
                                + " problem, millis) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")
                .setParameter(1, webhook)
                .setParameter(2, attempt.delivery())
                .setParameter(3, attempt.at().atOffset(ZoneOffset.UTC))
                .setParameter(4, attempt.first())
                .setParameter(5, attempt.last())
                .setParameter(6, attempt.events())
                .setParameter(7, attempt.status())
                .setParameter(
                        8, attempt.problem() == null ? "" : attempt.problem().name())
                .setParameter(9, attempt.millis())
                .executeUpdate();
        em.createNativeQuery("delete from webhook_attempt where webhook_id = ?1 and id < (select min(k.id) from ("
                        + "select id from webhook_attempt where webhook_id = ?1 order by id desc limit " + KEPT
                        + ") k)")
                .setParameter(1, webhook)
                .executeUpdate();
    }

    /** The latest first. */
    public List<AttemptView> attempts(long webhook, int limit) {
        List<?> rows = em.createNativeQuery(
                        "select at, delivery, first_sequence, last_sequence, events, status, problem, millis"
                                + " from webhook_attempt where webhook_id = ?1 order by id desc")
                .setParameter(1, webhook)
                .setMaxResults(limit)
                .getResultList();
        return rows.stream().map(row -> attempt((Object[]) row)).toList();
    }

    private static AttemptView attempt(Object[] row) {
        return new AttemptView(
                instant(row[0]),
                (String) row[1],
                ((Number) row[2]).longValue(),
                ((Number) row[3]).longValue(),
                ((Number) row[4]).intValue(),
                ((Number) row[5]).intValue(),
                problem((String) row[6]),
                ((Number) row[7]).longValue());
    }

    private static @Nullable WebhookProblem problem(@Nullable String name) {
        return name == null || name.isEmpty() ? null : WebhookProblem.valueOf(name);
    }

    /** As the one or the other database gives it. */
    private static Instant instant(Object at) {
        return at instanceof OffsetDateTime moment ? moment.toInstant() : ((Timestamp) at).toInstant();
    }
}
