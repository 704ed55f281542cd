package org.ringdesk.orders.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.ringdesk.orders.EventView;
import org.ringdesk.orders.InvoiceView;
import org.ringdesk.orders.ShipmentView;
import org.ringdesk.orders.domain.Invoice;
import org.ringdesk.orders.domain.SalesOrder;
import org.ringdesk.orders.domain.Shipment;

/** What left, what was invoiced, and everything else that happened to orders. */
@ApplicationScoped
public class Deliveries {
    @PersistenceContext(unitName = "ringdesk")
    private EntityManager em;

    /** People's names come by a join over the rooms' border, so that a list is one statement. */
    public List<EventView> events(SalesOrder order, int limit) {
        return em.createQuery(
                        "select new org.ringdesk.orders.EventView(e.at, e.who, u.displayName, e.kind, e.subject, e.oldValue,"
                                + " e.newValue, e.reason) from OrderEvent e left join User u on u.login = e.who"
                                + " where e.order = :order order by e.id desc",
                        EventView.class)
                .setParameter("order", order)
                .setMaxResults(limit)
                .getResultList();
    }

    public List<ShipmentView> shipments(SalesOrder order) {
        return em
                .createQuery("select s from Shipment s where s.order = :order order by s.id", Shipment.class)
                .setHint("eclipselink.batch", "s.pieces")
                .setParameter("order", order)
                .getResultList()
                .stream()
                .map(Shipment::view)
                .toList();
    }

    public List<InvoiceView> invoices(SalesOrder order) {
        return em
                .createQuery("select i from Invoice i where i.order = :order order by i.id", Invoice.class)
                .setParameter("order", order)
                .getResultList()
                .stream()
                .map(i -> i.view(order.currency()))
                .toList();
    }

    public boolean isShipped(SalesOrder order, String reference) {
        return !em.createQuery(
                        "select s.id from Shipment s where s.order = :order and s.reference = :reference", Long.class)
                .setParameter("order", order)
                .setParameter("reference", reference)
                .getResultList()
                .isEmpty();
    }

    public boolean isInvoiced(SalesOrder order, String number) {
        return !em.createQuery("select i.id from Invoice i where i.order = :order and i.number = :number", Long.class)
                .setParameter("order", order)
                .setParameter("number", number)
                .getResultList()
                .isEmpty();
    }

    public void add(Shipment shipment) {
        em.persist(shipment);
    }

    public void add(Invoice invoice) {
        em.persist(invoice);
    }
}
