package org.ringdesk.customers.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ringdesk.customers.CustomerName;
import org.ringdesk.customers.CustomerNumber;
import org.ringdesk.customers.domain.Customer;
import org.ringdesk.shared.PhoneNumber;

/** The customers that are kept. Lists come with phones and addresses in three statements. */
@ApplicationScoped
public class Customers {
    @PersistenceContext(unitName = "ringdesk")
    private EntityManager em;

    public List<Customer> withPhone(PhoneNumber number, int limit) {
        return whole(em.createQuery("""
                        select c from Customer c
                        where c.id in (select p.customerId from CustomerPhone p where p.e164 = :number)
                        order by c.createdAt, c.id
                        """, Customer.class)
                .setParameter("number", number.e164())
                .setMaxResults(limit));
    }

    public Optional<Customer> find(CustomerNumber number) {
        return whole(em.createQuery("select c from Customer c where c.number = :number", Customer.class)
                        .setParameter("number", number))
                .stream()
                .findFirst();
    }

    public List<Customer> all(Collection<CustomerNumber> numbers) {
        return whole(em.createQuery("select c from Customer c where c.number in :numbers", Customer.class)
                .setParameter("numbers", numbers));
    }

    public Optional<CustomerName> name(long id) {
        return em.createQuery(
                        "select new org.ringdesk.customers.CustomerName(c.id, c.number, c.firstName, c.lastName)"
                                + " from Customer c where c.id = :id",
                        CustomerName.class)
                .setParameter("id", id)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultStream()
                .findFirst();
    }

    public List<Customer> search(CustomerSearch search, int limit) {
        List<Long> ids = search.ids(em, limit);
        if (ids.isEmpty()) {
            return List.of();
        }
        return whole(em.createQuery("select c from Customer c where c.id in :ids", Customer.class)
                        .setParameter("ids", ids))
                .stream()
                .sorted(Comparator.comparingInt(c -> ids.indexOf(c.id())))
                .toList();
    }

    /** Nobody else decides on this customer's credit until the transaction ends. */
    public @Nullable Customer locked(long id) {
        return em.find(Customer.class, id, LockModeType.PESSIMISTIC_WRITE);
    }

    public CustomerNumber nextNumber() {
        Number next = (Number)
                em.createNativeQuery("select nextval('customer_number_seq')").getSingleResult();
        return new CustomerNumber("C" + next.longValue());
    }

    public void add(Customer customer) {
        em.persist(customer);
        em.flush();
    }

    private static List<Customer> whole(TypedQuery<Customer> query) {
        return query.setHint("eclipselink.batch.type", "IN")
                .setHint("eclipselink.batch", "c.phones")
                .setHint("eclipselink.batch", "c.addresses")
                .getResultList();
    }
}
