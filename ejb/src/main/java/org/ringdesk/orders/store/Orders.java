package org.ringdesk.orders.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ringdesk.cti.CallId;
import org.ringdesk.orders.OrderNumber;
import org.ringdesk.orders.OrderStatus;
import org.ringdesk.orders.OrderSummary;
import org.ringdesk.orders.domain.OrderEvent;
import org.ringdesk.orders.domain.Origin;
import org.ringdesk.orders.domain.SalesOrder;

/** The orders that are kept. */
@ApplicationScoped
public class Orders {
    /** The customer's name comes by a join over the rooms' border, so that a list is one statement. */
    private static final String SUMMARY = "select new org.ringdesk.orders.OrderSummary(o.number, o.status, o.placedAt,"
            + " o.changedAt, (select count(l) from OrderLine l where l.order = o), o.totals.total, o.currency,"
            + " c.firstName, c.lastName) from SalesOrder o join Customer c on c.id = o.customerId where ";

    @PersistenceContext(unitName = "ringdesk")
    private EntityManager em;

    public Optional<SalesOrder> find(OrderNumber number) {
        return byNumber(number).getResultStream().findFirst();
    }

    public SalesOrder get(long id) {
        return Objects.requireNonNull(em.find(SalesOrder.class, id));
    }

    /** The order as it is now, which nobody else changes until the transaction ends. */
    public Optional<SalesOrder> locked(OrderNumber number) {
        return byNumber(number)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    private TypedQuery<SalesOrder> byNumber(OrderNumber number) {
        return em.createQuery("select o from SalesOrder o where o.number = :number", SalesOrder.class)
                .setParameter("number", number);
    }

    /** The agent's order for the customer, taken in the call or in none, that can still be edited. */
    public Optional<SalesOrder> open(String agent, Origin origin) {
        CallId call = origin.call();
        TypedQuery<SalesOrder> query = em.createQuery(
                        "select o from SalesOrder o where o.agent = :agent and o.channelId = :channel"
                                + " and o.customerId = :customer and o.call "
                                + (call == null ? "is null" : "= :call")
                                + " and o.status in :open order by o.id desc",
                        SalesOrder.class)
                .setParameter("agent", agent)
                .setParameter("channel", origin.channelId())
                .setParameter("customer", origin.customerId())
                .setParameter("open", List.of(OrderStatus.DRAFT, OrderStatus.SUBMITTED));
        if (call != null) {
            query.setParameter("call", call);
        }
        return query.getResultStream().filter(SalesOrder::isEditable).findFirst();
    }

    public List<OrderSummary> recent(long customerId, int limit) {
        return em.createQuery(SUMMARY + "o.customerId = :customer order by o.createdAt desc", OrderSummary.class)
                .setParameter("customer", customerId)
                .setMaxResults(limit)
                .getResultList();
    }

    public List<OrderSummary> open(String agent, int limit) {
        return em.createQuery(
                        SUMMARY + "o.agent = :agent and o.status in :open order by o.changedAt desc",
                        OrderSummary.class)
                .setParameter("agent", agent)
                .setParameter("open", List.of(OrderStatus.DRAFT, OrderStatus.SUBMITTED))
                .setMaxResults(limit)
                .getResultList();
    }

    /** What happened after the version, the latest first. */
    public List<OrderEvent> since(SalesOrder order, long version) {
        return em.createQuery(
                        "select e from OrderEvent e where e.order = :order and e.orderVersion > :version"
                                + " order by e.orderVersion desc, e.id desc",
                        OrderEvent.class)
                .setParameter("order", order)
                .setParameter("version", version)
                .getResultList();
    }

    /** Keeps the order with what happened to it, and brings its version up to date. */
    public void keep(SalesOrder order, OrderEvent event) {
        em.persist(order);
        em.persist(event);
        em.flush();
    }

    public OrderNumber nextNumber(String prefix) {
        Number next = (Number)
                em.createNativeQuery("select nextval('order_number_seq')").getSingleResult();
        return new OrderNumber("%s%08d".formatted(prefix, next.longValue()));
    }
}
