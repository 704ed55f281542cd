package org.ringdesk.orders.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringdesk.orders.OrderFilter;
import org.ringdesk.orders.OrderRow;

/** Lists of orders that were placed, page by page; channel and customer come by joins over the rooms' border. */
@ApplicationScoped
public class PlacedOrders {
    private static final String ROWS =
            "select new org.ringdesk.orders.OrderRow(o.id, o.number, o.status, o.changing, s.code,"
                    + " c.number, o.placedAt, o.changedAt, (select count(l) from OrderLine l where l.order = o),"
                    + " o.deal.totals.total, o.deal.cancelled, o.currency) from SalesOrder o join Customer c on c.id = o.customerId"
                    + " join SalesChannel s on s.id = o.channelId where o.placedAt is not null";

    @PersistenceContext(unitName = "ringdesk")
    private EntityManager em;

    /** In the order of their last change, those behind the given place; one statement. */
    public List<OrderRow> page(OrderFilter filter, @Nullable Instant changedAt, long id, int limit) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        StringBuilder query = new StringBuilder(ROWS);
        if (!filter.statuses().isEmpty()) {
            query.append(" and o.status in :statuses");
            parameters.put("statuses", filter.statuses());
        }
        add(query, parameters, " and o.placedAt >= :placed", "placed", filter.placedSince());
        add(query, parameters, " and o.changedAt >= :since", "since", filter.changedSince());
        add(query, parameters, " and c.number = :customer", "customer", filter.customer());
        if (changedAt != null) {
            query.append(" and o.changedAt >= :at and (o.changedAt > :at or o.id > :id)");
            parameters.put("at", changedAt);
            parameters.put("id", id);
        }
        TypedQuery<OrderRow> rows =
                em.createQuery(query.append(" order by o.changedAt, o.id").toString(), OrderRow.class);
        parameters.forEach(rows::setParameter);
        return rows.setMaxResults(limit).getResultList();
    }

    private static void add(
            StringBuilder query,
            Map<String, Object> parameters,
            String condition,
            String name,
            @Nullable Object value) {
        if (value != null) {
            query.append(condition);
            parameters.put(name, value);
        }
    }
}
