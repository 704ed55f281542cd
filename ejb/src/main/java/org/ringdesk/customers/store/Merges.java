package org.ringdesk.customers.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ringdesk.customers.domain.Customer;
import org.ringdesk.customers.domain.CustomerMerge;
import org.ringdesk.shared.Refusal;

/** Which customers were made one, and what of theirs went from one to the other. */
@ApplicationScoped
public class Merges {
    @PersistenceContext(unitName = "ringdesk")
    private EntityManager em;

    /** Nobody else undoes it meanwhile. @throws Refusal {@code customer.merge.undone} when there is none */
    public CustomerMerge locked(long id) {
        CustomerMerge merge = em.find(CustomerMerge.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (merge == null) {
            throw new Refusal("customer.merge.undone");
        }
        return merge;
    }

    /** Keeps it and moves what the kept one does not have already; who was merged into the merged one goes along. */
    public void begin(CustomerMerge merge) {
        em.persist(merge);
        em.flush();
        run("""
            insert into customer_merge_phone (merge_id, phone_id)
            select m.id, p.id from customer_merge m join customer_phone p on p.customer_id = m.merged_id
            where m.id = ?1 and p.e164 not in (select k.e164 from customer_phone k where k.customer_id = m.kept_id)
            """, merge.id());
        run("""
            insert into customer_merge_address (merge_id, address_id)
            select m.id, a.id from customer_merge m join customer_address a on a.customer_id = m.merged_id
            where m.id = ?1 and not exists (select 1 from customer_address k where k.customer_id = m.kept_id
              and k.kind = a.kind and k.street = a.street and k.postal_code = a.postal_code)
            """, merge.id());
        move(merge, merge.mergedId(), merge.keptId());
        follow(merge.mergedId(), merge.keptId(), below(merge.mergedId()));
    }

    /** Moves back what is still there. */
    public void undo(CustomerMerge merge) {
        move(merge, merge.keptId(), merge.mergedId());
        follow(merge.keptId(), merge.mergedId(), below(merge.mergedId()));
    }

    /** Behind those that are there: which comes first stays as it was. */
    private void move(CustomerMerge merge, long from, long to) {
        run("""
            update customer_phone set customer_id = ?3, position = position + 100
            where customer_id = ?2 and id in (select phone_id from customer_merge_phone where merge_id = ?1)
            """, merge.id(), from, to);
        run("""
            update customer_address set customer_id = ?3, position = position + 100
            where customer_id = ?2 and id in (select address_id from customer_merge_address where merge_id = ?1)
            """, merge.id(), from, to);
    }

    private void follow(long from, long to, Set<Long> others) {
        if (!others.isEmpty()) {
            em.createQuery("update Customer c set c.mergedInto = :to where c.mergedInto = :from and c.id in :others")
                    .setParameter("to", to)
                    .setParameter("from", from)
                    .setParameter("others", others)
                    .executeUpdate();
        }
    }

    /** Who was merged into the customer, and into those. */
    private Set<Long> below(long customer) {
        Set<Long> found = new HashSet<>();
        Set<Long> last = Set.of(customer);
        while (!last.isEmpty()) {
            List<Long> next = em.createQuery(
                            "select m.mergedId from CustomerMerge m where m.undoneAt is null and m.keptId in :kept",
                            Long.class)
                    .setParameter("kept", last)
                    .getResultList();
            last = new HashSet<>(next);
            last.removeAll(found);
            found.addAll(last);
        }
        return found;
    }

    private void run(String sql, Object... parameters) {
        var query = em.createNativeQuery(sql);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        query.executeUpdate();
    }

    /** With the phones and addresses that came or went. */
    public void reread(Customer customer) {
        em.refresh(customer);
    }
}
