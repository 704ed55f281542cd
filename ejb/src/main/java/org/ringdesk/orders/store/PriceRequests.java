package org.ringdesk.orders.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ringdesk.orders.OrderNumber;
import org.ringdesk.orders.PriceRequestState;
import org.ringdesk.orders.domain.PriceRequest;

/** The prices that supervisors were asked for. */
@ApplicationScoped
public class PriceRequests {
    @PersistenceContext(unitName = "ringdesk")
    private EntityManager em;

    /** With what the list of all shows beside it. */
    public record Listed(PriceRequest request, OrderNumber order, String agent, long channel, String customer) {}

    public void add(PriceRequest request) {
        em.persist(request);
    }

    public Optional<OrderNumber> orderOf(long id) {
        return em.createQuery(
                        "select o.number from PriceRequest r join SalesOrder o on o.id = r.orderId where r.id = :id",
                        OrderNumber.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** As it is now: whoever asks has locked its order. */
    public PriceRequest now(long id) {
        return em.find(PriceRequest.class, id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Those of the order that wait for an answer. */
    public List<PriceRequest> open(long order) {
        return em.createQuery(
                        "select r from PriceRequest r where r.orderId = :order and r.state = :asked order by r.id",
                        PriceRequest.class)
                .setParameter("order", order)
                .setParameter("asked", PriceRequestState.ASKED)
                .getResultList();
    }

    /** All of the order, the first one first. */
    public List<PriceRequest> of(long order) {
        return em.createQuery("select r from PriceRequest r where r.orderId = :order order by r.id", PriceRequest.class)
                .setParameter("order", order)
                .getResultList();
    }

    /** Those that wait and, at most so many, those that ended since; each kind in the order in which it was asked. One statement. */
    public List<Listed> waitingOrEndedSince(Instant since, int most) {
        return em.createQuery(
                        "select r, o.number, o.agent, o.channelId, c.firstName, c.lastName from PriceRequest r"
                                + " join SalesOrder o on o.id = r.orderId join Customer c on c.id = o.customerId"
                                + " where r.state = :asked or r.endedAt >= :since"
                                + " order by case when r.state = :asked then 0 else 1 end, r.id",
                        Object[].class)
                .setParameter("asked", PriceRequestState.ASKED)
                .setParameter("since", since)
                .setMaxResults(most)
                .getResultStream()
                .map(row -> new Listed(
                        (PriceRequest) row[0],
                        (OrderNumber) row[1],
                        (String) row[2],
                        (Long) row[3],
                        row[4] + " " + row[5]))
                .toList();
    }

    public List<Long> due(Instant now, int most) {
        return em.createQuery(
                        "select r.id from PriceRequest r where r.state = :asked and r.answerUntil <= :now order by r.answerUntil",
                        Long.class)
                .setParameter("asked", PriceRequestState.ASKED)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultList();
    }

    public void flush() {
        em.flush();
    }
}
