package org.ringdesk.orders.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.ringdesk.orders.NoteView;
import org.ringdesk.orders.domain.OrderNote;
import org.ringdesk.orders.domain.SalesOrder;
import org.ringdesk.shared.Refusal;

/** What was noted about orders. */
@ApplicationScoped
public class Notes {
    private static final int MOST = 100;

    @PersistenceContext(unitName = "ringdesk")
    private EntityManager em;

    /** The author's name comes by a join over the rooms' border, so that a list is one statement. */
    public List<NoteView> of(SalesOrder order) {
        return em.createQuery(
                        "select new org.ringdesk.orders.NoteView(n.id, n.position, n.text, n.internal, n.printed, n.at, n.who,"
                                + " u.displayName) from OrderNote n left join User u on u.login = n.who"
                                + " where n.order = :order order by n.id",
                        NoteView.class)
                .setParameter("order", order)
                .getResultList();
    }

    public Optional<OrderNote> find(long id) {
        return Optional.ofNullable(em.find(OrderNote.class, id));
    }

    /** @throws Refusal {@code order.note.most} */
    public void add(OrderNote note) {
        em.persist(note);
        long there = em.createQuery("select count(n) from OrderNote n where n.order = :order", Long.class)
                .setParameter("order", note.order())
                .getSingleResult();
        if (there > MOST) {
            throw new Refusal("order.note.most", MOST);
        }
    }

    public void remove(OrderNote note) {
        em.remove(note);
    }
}
