package org.ringdesk.pricing.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Map;

/** Who is in which price groups because of whom. */
@ApplicationScoped
public class GroupBook {
    @PersistenceContext(unitName = "ringdesk")
    private EntityManager em;

    /** Remembers under the merge's number which groups the one has from the other, and whether it was in them before. */
    public void give(long merge, long from, long to) {
        Map<String, ?> named = Map.of("merge", merge, "from", from, "to", to);
        new Sql("""
                insert into price_group_merge (merge_id, customer_id, group_id, added)
                select cast(:merge as bigint), cast(:to as bigint), g.group_id,
                  not exists (select 1 from price_group_customer k where k.customer_id = :to and k.group_id = g.group_id)
                from price_group_customer g where g.customer_id = :from
                """, named).execute(em);
        new Sql("""
                insert into price_group_customer (customer_id, group_id)
                select m.customer_id, m.group_id from price_group_merge m where m.merge_id = :merge and m.added = true
                """, named).execute(em);
    }

    /** A group that another merge gave, too, is kept for as long as that one stands. */
    public void takeBack(long merge, long kept) {
        Map<String, ?> named = Map.of("merge", merge, "kept", kept);
        String added = "(select m.group_id from price_group_merge m where m.merge_id = :merge and m.added = true)";
        String others =
                "(select o.group_id from price_group_merge o where o.customer_id = :kept and o.merge_id <> :merge)";
        new Sql(
                        "delete from price_group_customer where customer_id = :kept and group_id in " + added
                                + " and group_id not in " + others,
                        named)
                .execute(em);
        new Sql(
                        "update price_group_merge set added = true where customer_id = :kept and merge_id <> :merge"
                                + " and group_id in " + added,
                        named)
                .execute(em);
        new Sql("delete from price_group_merge where merge_id = :merge", named).execute(em);
    }
}
