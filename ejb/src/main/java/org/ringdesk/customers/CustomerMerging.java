package org.ringdesk.customers;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import org.ringdesk.customers.domain.Customer;
import org.ringdesk.customers.domain.CustomerMerge;
import org.ringdesk.customers.store.Customers;
import org.ringdesk.customers.store.Merges;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;

/**
 * Makes one of two customers who are the same person, and two again. Phones and addresses go to the one that is kept; other rooms
 * hear {@link CustomersMerged} in the same transaction and give it theirs. Notes and consents stay where they are and are read
 * together. Who is merged is found under either number from then on.
 */
@Stateless
@RolesAllowed({Role.SUPERVISOR, Role.MERGING})
public class CustomerMerging {
    @Inject
    private Customers customers;

    @Inject
    private Merges merges;

    @Inject
    private Clock clock;

    @Inject
    private Event<CustomersMerged> news;

    @Resource
    private SessionContext context;

    /** The one that is kept, with all of both. @throws Refusal {@code customer.unknown}, {@code customer.merge.same} */
    public CustomerView merge(CustomerNumber keep, CustomerNumber other) {
        long first = customers.idOf(keep);
        long second = customers.idOf(other);
        if (first == second) {
            throw new Refusal("customer.merge.same");
        }
        Pair pair = lock(first, second);
        CustomerMerge merge = new CustomerMerge(pair.kept, pair.merged, login(), clock.instant());
        merges.begin(merge);
        pair.merged.mergedInto(pair.kept.id());
        pair.kept.takeAlertOf(pair.merged);
        return told(merge, pair, false);
    }

    /**
     * Takes a merge back: what went to the one that was kept goes back, as far as it is still there.
     *
     * @param merge its id
     * @return the one that was merged
     * @throws Refusal {@code customer.merge.undone}, {@code customer.merge.later} when the one that was kept was merged itself since
     */
    public CustomerView unmerge(long merge) {
        CustomerMerge done = merges.locked(merge);
        Pair pair = lock(done.keptId(), done.mergedId());
        Long later = pair.kept.mergedInto();
        if (later != null) {
            throw new Refusal("customer.merge.later", pair.kept.number().value());
        }
        done.undo(login(), clock.instant());
        pair.merged.mergedInto(null);
        merges.undo(done);
        return told(done, pair, true);
    }

    private CustomerView told(CustomerMerge merge, Pair pair, boolean undone) {
        customers.flush();
        merges.reread(pair.kept);
        merges.reread(pair.merged);
        pair.kept.touch(login(), clock.instant());
        pair.merged.touch(login(), clock.instant());
        customers.flush();
        news.fire(new CustomersMerged(
                merge.id(), undone, pair.kept.id(), pair.kept.number(), pair.merged.id(), pair.merged.number()));
        return (undone ? pair.merged : pair.kept).view();
    }

    private record Pair(Customer kept, Customer merged) {}

    /** Always in the same order, so that two who merge the same two do not wait for each other. */
    private Pair lock(long kept, long merged) {
        Customer lower = customers.needed(Math.min(kept, merged));
        Customer higher = customers.needed(Math.max(kept, merged));
        return kept < merged ? new Pair(lower, higher) : new Pair(higher, lower);
    }

    private String login() {
        return context.getCallerPrincipal().getName();
    }
}
