package org.ringdesk.mail.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ringdesk.mail.MailKind;
import org.ringdesk.mail.MailState;
import org.ringdesk.mail.MailView;
import org.ringdesk.mail.domain.MailMessage;
import org.ringdesk.mail.domain.MailProfile;
import org.ringdesk.shared.Refusal;

/** The outbox. */
@ApplicationScoped
public class Mails {
    @PersistenceContext(unitName = "ringdesk")
    private EntityManager em;

    /** Whether the channel writes about that. */
    public boolean isWanted(long channelId, MailKind kind) {
        return em.createQuery(
                                "select count(p) from MailProfile p where p.channelId = :channel and :kind member of p.kinds",
                                Long.class)
                        .setParameter("channel", channelId)
                        .setParameter("kind", kind)
                        .getSingleResult()
                > 0;
    }

    public boolean isQueued(long orderId, MailKind kind, String reference) {
        return em.createQuery(
                                "select count(m) from MailMessage m where m.orderId = :order and m.kind = :kind"
                                        + " and m.reference = :reference",
                                Long.class)
                        .setParameter("order", orderId)
                        .setParameter("kind", kind)
                        .setParameter("reference", reference)
                        .getSingleResult()
                > 0;
    }

    public void add(MailMessage message) {
        em.persist(message);
        em.flush();
    }

    public List<Long> unwritten(Instant now, int limit) {
        return due("m.plain is null", now, limit);
    }

    public List<Long> due(Instant now, int limit) {
        return due("m.plain is not null", now, limit);
    }

    private List<Long> due(String which, Instant now, int limit) {
        return em.createQuery(
                        "select m.id from MailMessage m where m.dueAt <= :now and " + which + " order by m.dueAt, m.id",
                        Long.class)
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Nobody else sends it until the transaction ends. @throws Refusal {@code mail.unknown} */
    public MailMessage locked(long id) {
        MailMessage message = em.find(MailMessage.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (message == null) {
            throw new Refusal("mail.unknown");
        }
        return message;
    }

    /** The latest first. */
    public List<MailView> of(long orderId) {
        return em.createQuery(
                        "select m from MailMessage m where m.orderId = :order order by m.id desc", MailMessage.class)
                .setParameter("order", orderId)
                .getResultStream()
                .map(MailMessage::view)
                .toList();
    }

    /** The latest first. */
    public List<MailView> in(MailState state, int limit) {
        return em.createQuery(
                        "select m from MailMessage m where m.state = :state order by m.id desc", MailMessage.class)
                .setParameter("state", state)
                .setMaxResults(limit)
                .getResultStream()
                .map(MailMessage::view)
                .toList();
    }

    public Map<MailState, Long> counts() {
        return em.createQuery("select m.state, count(m) from MailMessage m group by m.state", Object[].class)
                .getResultStream()
                .collect(Collectors.toMap(row -> (MailState) row[0], row -> (Long) row[1]));
    }

    public @Nullable MailProfile profile(long channelId) {
        return em.find(MailProfile.class, channelId);
    }

    public MailProfile add(MailProfile profile) {
        em.persist(profile);
        return profile;
    }

    /** Lists give up their rows before they get others in their places. */
    public void rewrite(MailProfile profile, Runnable write) {
        profile.forget();
        em.flush();
        write.run();
        em.flush();
        em.lock(profile, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        em.flush();
    }
}
