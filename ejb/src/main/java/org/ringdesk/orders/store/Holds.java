package org.ringdesk.orders.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ringdesk.orders.HoldCode;
import org.ringdesk.orders.OrderNumber;
import org.ringdesk.orders.domain.OrderHold;
import org.ringdesk.orders.domain.SalesOrder;

/** Holds, and the codes there are for them. */
@ApplicationScoped
public class Holds {
    @PersistenceContext(unitName = "ringdesk")
    private EntityManager em;

    /** A code with the roles that may hold so, and those that may clear it. */
    public record Rule(HoldCode code, Set<String> holding, Set<String> clearing) {}

    /** Of the channel, in its order; one statement. */
    public List<Rule> rules(long channel) {
        List<?> rows = em.createNativeQuery("""
                        select c.code, c.label, c.reason_needed, c.releases_stock, r.role, r.may_hold, r.may_clear
                        from hold_code c left join hold_code_role r on r.channel_id = c.channel_id and r.code = c.code
                        where c.channel_id = ?1 order by c.position, r.role
                        """).setParameter(1, channel).getResultList();
        Map<String, Rule> rules = new LinkedHashMap<>();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            HoldCode code = new HoldCode(
                    (String) columns[0],
                    (String) columns[1],
                    Boolean.TRUE.equals(columns[2]),
                    Boolean.TRUE.equals(columns[3]));
            Rule rule = rules.computeIfAbsent(code.code(), c -> new Rule(code, new HashSet<>(), new HashSet<>()));
            if (Boolean.TRUE.equals(columns[5])) {
                rule.holding.add((String) columns[4]);
            }
            if (Boolean.TRUE.equals(columns[6])) {
                rule.clearing.add((String) columns[4]);
            }
        }
        return new ArrayList<>(rules.values());
    }

    /** By which the till holds; a channel that has no such code shows it as it is. */
    public HoldCode code(long channel, String code) {
        return rules(channel).stream()
                .map(Rule::code)
                .filter(c -> c.code().equals(code))
                .findFirst()
                .orElseGet(() -> new HoldCode(code, code, false, false));
    }

    /** The holds that are over by now and were not cleared, the longest overdue first. */
    public List<Long> lapsed(Instant now, int limit) {
        return em.createQuery(
                        "select h.id from OrderHold h where h.lapsesAt <= :now and h.clearedAt is null order by h.lapsesAt",
                        Long.class)
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultList();
    }

    public Optional<OrderNumber> orderOf(long hold) {
        return em.createQuery("select h.order.number from OrderHold h where h.id = :id", OrderNumber.class)
                .setParameter("id", hold)
                .getResultStream()
                .findFirst();
    }

    /** The order's, the latest first. */
    public List<OrderHold> of(SalesOrder order) {
        return em.createQuery("select h from OrderHold h where h.order = :order order by h.id desc", OrderHold.class)
                .setParameter("order", order)
                .getResultList();
    }

    public void add(OrderHold hold) {
        em.persist(hold);
    }
}
