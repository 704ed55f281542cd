package org.ringdesk.calls.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringdesk.calls.CallState;
import org.ringdesk.calls.CallSummary;
import org.ringdesk.calls.CallSummary.WrapUp;
import org.ringdesk.cti.CallEvent.Direction;
import org.ringdesk.customers.CustomerNumber;
import org.ringdesk.customers.CustomersMerged;

/** Calls by who the customer is. They go with a customer who is merged, and go back when they are two again. */
@ApplicationScoped
public class CustomersCalls {
    @PersistenceContext(unitName = "ringdesk")
    private EntityManager em;

    /** The agents' names come by a join over the rooms' border. */
    public List<CallSummary> of(CustomerNumber customer, int limit) {
        List<Object[]> rows = em.createQuery(
                        "select c.state, c.direction, c.moments.startedAt, c.moments.answeredAt, c.moments.endedAt, c.queue, c.agent,"
                                + " u.displayName, c.note, c.id from CallRecord c left join User u on u.login = c.agent"
                                + " where c.customer = :customer order by c.moments.startedAt desc",
                        Object[].class)
                .setParameter("customer", customer)
                .setMaxResults(limit)
                .getResultList();
        Map<Object, List<WrapUp>> wrapUps =
                wrapUps(rows.stream().map(row -> row[9]).toList());
        return rows.stream()
                .map(row -> summary(row, wrapUps.getOrDefault(row[9], List.of())))
                .toList();
    }

    private Map<Object, List<WrapUp>> wrapUps(List<Object> calls) {
        if (calls.isEmpty()) {
            return Map.of();
        }
        return em
                .createQuery(
                        "select w.call, w.label, w.note from CallWrapUp w where w.call in :calls order by w.endedAt, w.id",
                        Object[].class)
                .setParameter("calls", calls)
                .getResultList()
                .stream()
                .collect(groupingBy(
                        row -> row[0], mapping(row -> new WrapUp((String) row[1], (String) row[2]), toList())));
    }

    private static CallSummary summary(@Nullable Object[] row, List<WrapUp> wrapUps) {
        return new CallSummary(
                (CallState) row[0],
                row[1] == Direction.OUTBOUND,
                (Instant) row[2],
                (Instant) row[3],
                (Instant) row[4],
                (String) row[5],
                (String) (row[7] == null ? row[6] : row[7]),
                (String) row[8],
                wrapUps);
    }

    /** Remembers under the merge's number what goes. */
    void follow(@Observes CustomersMerged merged) {
        if (merged.undone()) {
            move(merged.merge(), merged.kept(), merged.merged());
            return;
        }
        em.createNativeQuery(
                        "insert into call_merge (merge_id, call_id) select ?1, c.id from call_record c where c.customer = ?2")
                .setParameter(1, merged.merge())
                .setParameter(2, merged.merged().value())
                .executeUpdate();
        move(merged.merge(), merged.merged(), merged.kept());
    }

    private void move(long merge, CustomerNumber from, CustomerNumber to) {
        em.createNativeQuery("update call_record set customer = ?1"
                        + " where customer = ?2 and id in (select call_id from call_merge where merge_id = ?3)")
                .setParameter(1, to.value())
                .setParameter(2, from.value())
                .setParameter(3, merge)
                .executeUpdate();
    }
}
