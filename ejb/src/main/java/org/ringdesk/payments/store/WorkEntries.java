package org.ringdesk.payments.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ringdesk.orders.OrderNumber;
import org.ringdesk.payments.WorkQueue;
import org.ringdesk.payments.WorkView;
import org.ringdesk.payments.domain.MoneyMove;
import org.ringdesk.payments.domain.Upkeep;
import org.ringdesk.payments.domain.WorkEntry;
import org.ringdesk.shared.Money;

/** What waits in queues. Facts of orders come by joins over the rooms' border. */
@ApplicationScoped
public class WorkEntries {
    private static final String ORDER =
            "select new org.ringdesk.payments.domain.Upkeep$Order(o.id, o.channelId, o.status,"
                    + " o.placedAt, o.changing, o.problem, o.deal.totals.total, o.deal.cancelled, o.currency) from SalesOrder o where ";
    private static final String WAITING = " e.settled = false and e.channelId in :channels and e.since <= :until";

    @PersistenceContext(unitName = "ringdesk")
    private EntityManager em;

    public Optional<Upkeep.Order> order(OrderNumber number) {
        return em.createQuery(ORDER + "o.number = :number", Upkeep.Order.class)
                .setParameter("number", number)
                .getResultStream()
                .findFirst();
    }

    public Optional<Upkeep.Order> order(long id) {
        return em.createQuery(ORDER + "o.id = :id", Upkeep.Order.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** The order's; whoever changes them has locked it. */
    public List<WorkEntry> of(long order) {
        return em.createQuery("select e from WorkEntry e where e.orderId = :order", WorkEntry.class)
                .setParameter("order", order)
                .getResultList();
    }

    public void add(WorkEntry entry) {
        em.persist(entry);
    }

    public void remove(WorkEntry entry) {
        em.remove(entry);
    }

    /** Refused, and neither tried again nor settled otherwise; the last one last. */
    public List<MoneyMove> refused(long order) {
        return em.createQuery(
                        "select m from MoneyMove m where m.payment.orderId = :order and m.status = :refused"
                                + " and m.followed = false order by m.id",
                        MoneyMove.class)
                .setParameter("order", order)
                .setParameter("refused", MoneyMove.Status.REFUSED)
                .getResultList();
    }

    public Money invoiced(long order, Currency currency) {
        BigDecimal sum = em.createQuery(
                        "select coalesce(sum(i.amount), 0) from Invoice i where i.order.id = :order", BigDecimal.class)
                .setParameter("order", order)
                .getSingleResult();
        return Money.of(sum, currency);
    }

    /** What holds the order, the first first. */
    public List<String> holds(long order) {
        return em.createQuery(
                        "select h.label, h.reason from OrderHold h where h.order.id = :order and h.clearedAt is null order by h.id",
                        Object[].class)
                .setParameter("order", order)
                .getResultStream()
                .map(row -> row[1] == null ? (String) row[0] : row[0] + ": " + row[1])
                .toList();
    }

    /** How many wait in each queue; one statement. */
    public Map<WorkQueue, Long> counts(List<Long> channels, Instant until) {
        Map<WorkQueue, Long> counts = new EnumMap<>(WorkQueue.class);
        em.createQuery(
                        "select e.queue, count(e) from WorkEntry e where" + WAITING + " group by e.queue",
                        Object[].class)
                .setParameter("channels", channels)
                .setParameter("until", until)
                .getResultStream()
                .forEach(row -> counts.put((WorkQueue) row[0], (Long) row[1]));
        return counts;
    }

    /** The longest waiting first; one statement. */
    public List<WorkView.Row> list(WorkQueue queue, List<Long> channels, Instant until, int from, int most) {
        return rows("e.queue = :queue and" + WAITING + " order by e.since, e.orderId")
                .setParameter("queue", queue)
                .setParameter("channels", channels)
                .setParameter("until", until)
                .setFirstResult(from)
                .setMaxResults(most)
                .getResultList();
    }

    /** The order's, settled ones left out. */
    public List<WorkView.Row> rows(long order) {
        return rows("e.orderId = :order and e.settled = false order by e.since, e.queue")
                .setParameter("order", order)
                .getResultList();
    }

    private TypedQuery<WorkView.Row> rows(String where) {
        return em.createQuery(
                "select new org.ringdesk.payments.WorkView$Row(e.queue, o.number, o.status, o.channelId, c.firstName,"
                        + " c.lastName, e.amount, e.currency, e.since, e.reason, e.detail, e.lastBy, e.lastAt, e.claimedBy,"
                        + " e.claimedUntil) from WorkEntry e join SalesOrder o on o.id = e.orderId"
                        + " join Customer c on c.id = o.customerId where " + where,
                WorkView.Row.class);
    }
}
