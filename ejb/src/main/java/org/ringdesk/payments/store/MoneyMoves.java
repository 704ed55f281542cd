package org.ringdesk.payments.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ringdesk.payments.domain.MoneyMove;

/** Money that is to be moved, and was. */
@ApplicationScoped
public class MoneyMoves {
    @PersistenceContext(unitName = "ringdesk")
    private EntityManager em;

    public void add(MoneyMove move) {
        em.persist(move);
    }

    /** What is to be asked for by now, the longest overdue first. */
    public List<Long> due(Instant now, int limit) {
        return em.createQuery("select m.id from MoneyMove m where m.dueAt <= :now order by m.dueAt", Long.class)
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultList();
    }

    /** The id of the order whose money it is. */
    public Optional<Long> orderOf(long move) {
        return em.createQuery("select m.payment.orderId from MoneyMove m where m.id = :id", Long.class)
                .setParameter("id", move)
                .getResultStream()
                .findFirst();
    }

    /** As it is now, which nobody else changes until the transaction ends. */
    public MoneyMove locked(long move) {
        return Objects.requireNonNull(em.find(MoneyMove.class, move, LockModeType.PESSIMISTIC_WRITE));
    }
}
