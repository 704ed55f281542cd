package org.ringdesk.orders.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ringdesk.cti.CallId;
import org.ringdesk.orders.OrderFigures;
import org.ringdesk.orders.OrderNumber;
import org.ringdesk.orders.OrderStatus;
import org.ringdesk.orders.OrderSummary;
import org.ringdesk.orders.domain.OrderEvent;
import org.ringdesk.orders.domain.Origin;
import org.ringdesk.orders.domain.SalesOrder;
import org.ringdesk.shared.LikePattern;

/** The orders that are kept. */
@ApplicationScoped
public class Orders {
    @PersistenceContext(unitName = "ringdesk")
    private EntityManager em;

    public Optional<SalesOrder> find(OrderNumber number) {
        return byNumber(number).getResultStream().findFirst();
    }

    public SalesOrder get(long id) {
        return Objects.requireNonNull(em.find(SalesOrder.class, id));
    }

    /** For whom something is sought: what prices and days of delivery go by. @param source code of the customer's catalog, or null */
    public record Buyer(
            long channel,
            long customer,
            @Nullable String source,
            @Nullable String mode) {}

    /** Without the order itself, for it is asked with every word that is typed. */
    public Optional<Buyer> buyer(OrderNumber number) {
        return em.createQuery(
                        "select o.channelId, o.customerId, o.deal.codes.source, o.deal.terms.mode from SalesOrder o"
                                + " where o.number = :number",
                        Object[].class)
                .setParameter("number", number)
                .getResultStream()
                .findFirst()
                .map(row -> new Buyer((Long) row[0], (Long) row[1], (String) row[2], (String) row[3]));
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
        return query.getResultStream()
                .filter(o -> o.isEditable() && !o.isChanging())
                .findFirst();
    }

    public List<OrderSummary> recent(long customerId, int limit) {
        return em.createNamedQuery(SalesOrder.RECENT, OrderSummary.class)
                .setParameter("customer", customerId)
                .setMaxResults(limit)
                .getResultList();
    }

    public List<OrderSummary> open(String agent, int limit) {
        return em.createQuery(
                        OrderSummary.QUERY + "o.agent = :agent and (o.status in :open or o.status = :held and"
                                + " (o.placedAt is null or o.changing = true)) order by o.changedAt desc",
                        OrderSummary.class)
                .setParameter("agent", agent)
                .setParameter("open", List.of(OrderStatus.DRAFT, OrderStatus.SUBMITTED))
                .setParameter("held", OrderStatus.ON_HOLD)
                .setMaxResults(limit)
                .getResultList();
    }

    /** A product in a unit. */
    public record Bought(long product, String unit) {}

    /** Products in their units by the number of placed orders they are in, then by the latest. */
    public List<Bought> usual(long customerId, int limit) {
        return em.createQuery(
                        "select new org.ringdesk.orders.store.Orders$Bought(l.productId, l.unit) from SalesOrder o join o.lines l where o.customerId = :customer"
                                + " and o.placedAt is not null and o.status <> :cancelled"
                                + " group by l.productId, l.unit"
                                + " order by count(distinct o.id) desc, max(o.placedAt) desc, l.productId, l.unit",
                        Bought.class)
                .setParameter("customer", customerId)
                .setParameter("cancelled", OrderStatus.CANCELLED)
                .setMaxResults(limit)
                .getResultList();
    }

    public List<OrderFigures> figures(long customerId) {
        return em.createQuery(
                        "select new org.ringdesk.orders.OrderFigures(count(o), min(o.placedAt), max(o.placedAt),"
                                + " sum(o.deal.totals.total - o.deal.cancelled), o.currency) from SalesOrder o where o.customerId = :customer"
                                + " and o.placedAt is not null and o.status <> :cancelled"
                                + " group by o.currency order by o.currency",
                        OrderFigures.class)
                .setParameter("customer", customerId)
                .setParameter("cancelled", OrderStatus.CANCELLED)
                .getResultList();
    }

    /** Who ordered under a number with that part, those whose number ends so first, the latest first. */
    public List<Long> customersOf(String part, int limit) {
        List<?> rows = em.createNativeQuery("""
                        select f.customer_id from (
                          select o.customer_id, o.id, cast(o.number as varchar(10)) as number from sales_order o
                          where cast(o.number as varchar(10)) like ?1 limit 200) f
                        order by case when f.number like ?2 then 0 else 1 end, f.id desc
                        """ + "limit " + limit)
                .setParameter(1, LikePattern.contains(part))
                .setParameter(2, '%' + part)
                .getResultList();
        return rows.stream().map(row -> ((Number) row).longValue()).distinct().toList();
    }

    /** Remembers under the merge's number what goes. No draft keeps its key, for that names the customer. */
    public void give(long merge, long from, long to) {
        em.createNativeQuery(
                        "insert into order_merge (merge_id, order_id) select ?1, o.id from sales_order o where o.customer_id = ?2")
                .setParameter(1, merge)
                .setParameter(2, from)
                .executeUpdate();
        giveBack(merge, from, to);
    }

    public void giveBack(long merge, long from, long to) {
        em.createNativeQuery("update sales_order set customer_id = ?1, draft_key = null"
                        + " where customer_id = ?2 and id in (select order_id from order_merge where merge_id = ?3)")
                .setParameter(1, to)
                .setParameter(2, from)
                .setParameter(3, merge)
                .executeUpdate();
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
    public void keep(SalesOrder order, List<OrderEvent> events) {
        em.persist(order);
        events.forEach(em::persist);
        em.flush();
    }

    public OrderNumber nextNumber(String prefix) {
        Number next = (Number)
                em.createNativeQuery("select nextval('order_number_seq')").getSingleResult();
        return new OrderNumber("%s%08d".formatted(prefix, next.longValue()));
    }
}
