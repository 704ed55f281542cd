package org.ringdesk.orders.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.ringdesk.orders.FeedEvent;

/**
 * The places of events in the feed. An event's id says nothing about when it was committed, so places are given afterwards, to what is
 * committed, by whoever has locked the one row that counts them: until that is let go nobody sees the new ones, and then all of them.
 */
@ApplicationScoped
public class Feed {
    @PersistenceContext(unitName = "ringdesk")
    private EntityManager em;

    public List<FeedEvent> after(long sequence, int limit) {
        return em.createQuery(
                        "select new org.ringdesk.orders.FeedEvent(e.feedSequence, o.number, e.orderVersion, e.at, e.who, e.kind,"
                                + " e.subject, e.oldValue, e.newValue, e.reason) from OrderEvent e join e.order o"
                                + " where e.feedSequence > :sequence order by e.feedSequence",
                        FeedEvent.class)
                .setParameter("sequence", sequence)
                .setMaxResults(limit)
                .getResultList();
    }

    public long last() {
        Number last = (Number) em.createNativeQuery("select last_sequence from order_feed where id = 1")
                .getSingleResult();
        return last.longValue();
    }

    /**
     * Those of as many events' orders: an order's own events come in the order of its versions, whatever their ids.
     *
     * @return whether there may be more
     */
    public boolean number(int events) {
        List<?> counter = em.createNativeQuery(
                        "select last_sequence from order_feed where id = 1 for update skip locked")
                .getResultList();
        if (counter.isEmpty()) {
            return false;
        }
        List<?> ids = em.createNativeQuery(
                        "select e.id from order_event e where e.feed_sequence is null and e.order_id in ("
                                + "select f.order_id from (select order_id from order_event where feed_sequence is null order by id limit "
                                + events + ") f) order by e.order_version, e.id")
                .getResultList();
        long last = ((Number) counter.get(0)).longValue();
        if (!ids.isEmpty()) {
            give(ids, last);
            em.createNativeQuery("update order_feed set last_sequence = ?1 where id = 1")
                    .setParameter(1, last + ids.size())
                    .executeUpdate();
        }
        return ids.size() >= events;
    }

    /** In one go over the transaction's own connection, for at first there may be very many. */
    private void give(List<?> ids, long last) {
        try (PreparedStatement update =
                em.unwrap(Connection.class).prepareStatement("update order_event set feed_sequence = ? where id = ?")) {
            long sequence = last;
            for (Object id : ids) {
                update.setLong(1, ++sequence);
                update.setLong(2, ((Number) id).longValue());
                update.addBatch();
            }
            update.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("No places could be given", e);
        }
    }
}
