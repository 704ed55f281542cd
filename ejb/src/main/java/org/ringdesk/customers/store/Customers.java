package org.ringdesk.customers.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ringdesk.customers.CustomerName;
import org.ringdesk.customers.CustomerNumber;
import org.ringdesk.customers.CustomerView;
import org.ringdesk.customers.domain.Customer;
import org.ringdesk.shared.PhoneNumber;
import org.ringdesk.shared.Refusal;

/** The customers that are kept. Lists come with phones and addresses in three statements. */
@ApplicationScoped
public class Customers {
    @PersistenceContext(unitName = "ringdesk")
    private EntityManager em;

    @Inject
    private DatabaseAbilities abilities;

    public List<Customer> withPhone(PhoneNumber number, int limit) {
        return whole(em.createQuery("""
                        select c from Customer c
                        where c.id in (select p.customerId from CustomerPhone p where p.e164 = :number)
                          and c.mergedInto is null
                        order by c.createdAt, c.id
                        """, Customer.class)
                .setParameter("number", number.e164())
                .setMaxResults(limit));
    }

    /** The same as screens show them, in one statement unless they have very many phones and addresses. */
    public List<CustomerView> seenWithPhone(PhoneNumber number, int limit) {
        List<CustomerRow> rows = em.createNamedQuery(Customer.ROWS_BY_PHONE, CustomerRow.class)
                .setParameter("number", number.e164())
                .getResultList();
        if (rows.size() == Customer.MOST_ROWS) {
            return withPhone(number, limit).stream().map(Customer::view).toList();
        }
        return CustomerRow.views(rows).stream().limit(limit).toList();
    }

    public Optional<Customer> find(CustomerNumber number) {
        return whole(em.createQuery("select c from Customer c where c.number = :number", Customer.class)
                        .setParameter("number", number))
                .stream()
                .findFirst();
    }

    /** With that number, or who a merged one with that number is now. @throws Refusal {@code customer.unknown} */
    public Customer get(CustomerNumber number) {
        Customer found = find(number).orElseThrow(() -> unknown(number));
        Long kept = found.mergedInto();
        return kept == null ? found : Objects.requireNonNull(em.find(Customer.class, kept));
    }

    /** The same as it is now, which nobody else changes until the transaction ends. */
    public Customer lockedWhole(CustomerNumber number) {
        return needed(idOf(number));
    }

    /** Of the customer with that number, or of who a merged one is now. @throws Refusal {@code customer.unknown} */
    public long idOf(CustomerNumber number) {
        return em.createQuery(
                        "select coalesce(c.mergedInto, c.id) from Customer c where c.number = :number", Long.class)
                .setParameter("number", number)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> unknown(number));
    }

    /** The same as {@link #locked} of one that is there. */
    public Customer needed(long id) {
        return Objects.requireNonNull(locked(id));
    }

    /** Those of the ids, in their order; three statements. */
    public List<Customer> byId(List<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : whole(em.createQuery("select c from Customer c where c.id in :ids", Customer.class)
                                .setParameter("ids", ids))
                        .stream()
                        .sorted(Comparator.comparingInt(c -> ids.indexOf(c.id())))
                        .toList();
    }

    private static Refusal unknown(CustomerNumber number) {
        return new Refusal("customer.unknown", number.value());
    }

    public List<Customer> all(Collection<CustomerNumber> numbers) {
        return whole(em.createQuery("select c from Customer c where c.number in :numbers", Customer.class)
                .setParameter("numbers", numbers));
    }

    /** In the order of their ids, those behind it who were not merged; three statements. */
    public List<Customer> page(long after, int limit) {
        return whole(em.createQuery(
                        "select c from Customer c where c.id > :after and c.mergedInto is null order by c.id",
                        Customer.class)
                .setParameter("after", after)
                .setMaxResults(limit));
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

    /** Their ids, the best first. @param alike whether those spelled alike are looked for where nobody has the words */
    public List<Long> search(CustomerSearch search, int limit, boolean alike) {
        return search.ids(em, limit, alike && abilities.trigrams());
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

    /** So many numbers that nobody has; one statement. */
    public List<CustomerNumber> nextNumbers(int many) {
        List<?> next = em.createNativeQuery(
                        "select nextval('customer_number_seq') from generate_series(1, " + many + ")")
                .getResultList();
        return next.stream()
                .map(n -> new CustomerNumber("C" + ((Number) n).longValue()))
                .toList();
    }

    /** Everybody with one of the numbers who was not merged; three statements. */
    public List<Customer> withPhones(Collection<String> e164) {
        return e164.isEmpty()
                ? List.of()
                : whole(em.createQuery("""
                        select c from Customer c
                        where c.id in (select p.customerId from CustomerPhone p where p.e164 in :numbers)
                          and c.mergedInto is null
                        """, Customer.class).setParameter("numbers", e164));
    }

    public void keep(Customer customer) {
        em.persist(customer);
    }

    public void add(Customer customer) {
        em.persist(customer);
        em.flush();
    }

    /** Brings the version of what changed up to date, and lets queries see it. */
    public void flush() {
        em.flush();
    }

    private static List<Customer> whole(TypedQuery<Customer> query) {
        return query.setHint("eclipselink.batch.type", "IN")
                .setHint("eclipselink.batch", "c.phones")
                .setHint("eclipselink.batch", "c.addresses")
                .getResultList();
    }
}
