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
import org.ringdesk.payments.LatePayment;
import org.ringdesk.payments.PaymentStatus;
import org.ringdesk.payments.domain.MoneyBack;
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
        return openOnAccount(customerId).stream()
                .filter(open -> open.currency().equals(currency))
                .findFirst()
                .orElse(Money.zero(currency));
    }

    /**
     * The same in every currency that something is open in; one statement. What came otherwise and was given back on the account makes it
     * less.
     */
    public List<Money> openOnAccount(long customerId) {
        List<?> rows = em.createNativeQuery("""
                        select t.currency, sum(t.open) from (
                          select p.currency as currency, p.amount - p.refunded as open
                          from payment p join sales_order o on o.id = p.order_id
                          where o.customer_id = ?1 and p.method = 'ACCOUNT' and p.status = 'POSTED'
                          union all
                          select p.currency, -b.amount
                          from money_back b join payment p on p.id = b.payment_id join sales_order o on o.id = p.order_id
                          where o.customer_id = ?2 and b.tender = 'ACCOUNT' and p.method <> 'ACCOUNT') t
                        group by t.currency order by t.currency
                        """)
                .setParameter(1, customerId)
                .setParameter(2, customerId)
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> Money.of((BigDecimal) row[1], Currency.getInstance((String) row[0])))
                .toList();
    }

    /** Money that was to be here by then and is not, the longest overdue first. */
    public List<LatePayment> late(Instant now, int limit) {
        return em
                .createQuery(
                        "select o.number, p.id, p.amount, p.currency, p.expectedBy from Payment p join SalesOrder o on o.id = p.orderId"
                                + " where p.expectedBy <= :now and p.status = :expected order by p.expectedBy",
                        Object[].class)
                .setParameter("now", now)
                .setParameter("expected", PaymentStatus.EXPECTED)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(row -> new LatePayment(
                        (OrderNumber) row[0],
                        (Long) row[1],
                        Money.of((BigDecimal) row[2], Currency.getInstance((String) row[3])),
                        (Instant) row[4]))
                .toList();
    }

    public void add(MoneyBack back) {
        em.persist(back);
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
