package org.ringdesk.payments.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ringdesk.orders.OrderNumber;
import org.ringdesk.payments.PaymentMethod;
import org.ringdesk.payments.PaymentStatus;
import org.ringdesk.payments.domain.Payment;
import org.ringdesk.payments.domain.PaymentEvent;
import org.ringdesk.payments.domain.Submission;
import org.ringdesk.shared.Money;

/** The payments that are kept, and their ledger. */
@ApplicationScoped
public class Payments {
    @PersistenceContext(unitName = "ringdesk")
    private EntityManager em;

    public List<Payment> of(long orderId) {
        return byOrder(orderId).getResultList();
    }

    /** The order is found by a join over the rooms' border. */
    public List<Payment> of(OrderNumber number) {
        return em.createQuery(
                        "select p from Payment p join SalesOrder o on o.id = p.orderId where o.number = :number"
                                + " order by p.position",
                        Payment.class)
                .setParameter("number", number)
                .getResultList();
    }

    /** The order's payments as they are now, which nobody else changes until the transaction ends. */
    public List<Payment> lockedOf(long orderId) {
        return byOrder(orderId).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
    }

    private TypedQuery<Payment> byOrder(long orderId) {
        return em.createQuery("select p from Payment p where p.orderId = :order order by p.position", Payment.class)
                .setParameter("order", orderId);
    }

    public @Nullable Payment locked(long id) {
        return em.find(Payment.class, id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** What is to be reconciled by now, the longest overdue first. */
    public List<Long> due(Instant now, int limit) {
        return em.createQuery(
                        "select p.id from Payment p where p.reconcileAt <= :now order by p.reconcileAt", Long.class)
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultList();
    }

    /** What the customer owes on account; the customer is found by a join over the rooms' border. */
    public Money openOnAccount(long customerId, Currency currency) {
        BigDecimal open = em.createQuery(
                        "select coalesce(sum(p.amount - p.refunded), 0) from Payment p join SalesOrder o on o.id = p.orderId"
                                + " where o.customerId = :customer and p.method = :method and p.status = :status"
                                + " and p.currency = :currency",
                        BigDecimal.class)
                .setParameter("customer", customerId)
                .setParameter("method", PaymentMethod.ACCOUNT)
                .setParameter("status", PaymentStatus.POSTED)
                .setParameter("currency", currency.getCurrencyCode())
                .getSingleResult();
        return Money.of(open, currency);
    }

    /** The same in every currency that something is open in; one statement. */
    public List<Money> openOnAccount(long customerId) {
        return em
                .createQuery(
                        "select p.currency, sum(p.amount - p.refunded) from Payment p join SalesOrder o on o.id = p.orderId"
                                + " where o.customerId = :customer and p.method = :method and p.status = :status"
                                + " group by p.currency order by p.currency",
                        Object[].class)
                .setParameter("customer", customerId)
                .setParameter("method", PaymentMethod.ACCOUNT)
                .setParameter("status", PaymentStatus.POSTED)
                .getResultList()
                .stream()
                .map(row -> Money.of((BigDecimal) row[1], Currency.getInstance((String) row[0])))
                .toList();
    }

    public void add(Payment payment) {
        em.persist(payment);
        em.flush();
    }

    public void enter(@Nullable PaymentEvent event) {
        if (event != null) {
            em.persist(event);
        }
    }

    public @Nullable Submission submission(UUID key) {
        return em.find(Submission.class, key.toString());
    }

    public void add(Submission submission) {
        em.persist(submission);
    }

    /** So that queries and checks of other rooms see what was changed. */
    public void flush() {
        em.flush();
    }
}
