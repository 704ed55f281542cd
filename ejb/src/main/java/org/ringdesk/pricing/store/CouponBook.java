package org.ringdesk.pricing.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ringdesk.administration.ChannelView;
import org.ringdesk.pricing.domain.Coupon;
import org.ringdesk.pricing.domain.Period;

/** Coupons and how often they were used. */
@ApplicationScoped
public class CouponBook {
    private static final String USED_UP = """
            (coalesce(c.uses >= c.most_uses, false)
              or coalesce((select count(*) from coupon_use u where u.coupon_id = c.id and u.customer_id = :customer)
                >= c.most_uses_by_customer, false))
            """;
    private static final String FOUND = "select c.code, d.code, c.exclusive, c.valid_from, c.valid_to, " + USED_UP
            + " from coupon c join discount d on d.id = c.discount_id"
            + " where c.channel_id = :channel and c.active = true and c.code in :codes";

    @PersistenceContext(unitName = "ringdesk")
    private EntityManager em;

    /** Those of the channel with these codes; one statement, none without codes. */
    public List<Coupon> coupons(ChannelView channel, Collection<String> codes, long customer) {
        return codes.isEmpty()
                ? List.of()
                : new Sql(FOUND, Map.of("channel", channel.id(), "codes", codes, "customer", customer))
                        .rows(em).stream().map(CouponBook::coupon).toList();
    }

    private static Coupon coupon(Row row) {
        String code = row.text();
        String discount = row.text();
        boolean exclusive = row.flag();
        Period valid = row.period();
        return new Coupon(code, discount, exclusive, valid, row.flag());
    }

    /** Counts one use of each for an order that uses none yet. Nobody else counts them until the transaction ends. */
    public void use(ChannelView channel, Collection<String> codes, Use by) {
        Map<String, ?> named = Map.of("channel", channel.id(), "codes", codes);
        List<Row> locked = new Sql(
                        "select c.id, c.code from coupon c where c.channel_id = :channel and c.code in :codes"
                                + " order by c.id for update",
                        named)
                .rows(em);
        if (!locked.isEmpty()) {
            new Sql(
                            """
                            insert into coupon_use (coupon_id, order_id, customer_id, at)
                            select c.id, cast(:order as bigint), cast(:customer as bigint), cast(:at as timestamp with time zone)
                            from coupon c where c.id in :locked
                            """,
                            Map.of(
                                    "order",
                                    by.order,
                                    "customer",
                                    by.customer,
                                    "at",
                                    by.at.atOffset(ZoneOffset.UTC),
                                    "locked",
                                    locked.stream().map(Row::id).toList()))
                    .execute(em);
            new Sql(
                            "update coupon set uses = uses + 1, version = version + 1"
                                    + " where channel_id = :channel and code in :codes",
                            named)
                    .execute(em);
        }
    }

    /** A code that has now been used more often than it may be. */
    public Optional<String> overdrawn(ChannelView channel, Collection<String> codes, long customer) {
        return new Sql(
                        "select c.code, c.id from coupon c where c.channel_id = :channel and c.code in :codes"
                                + " and (c.uses > c.most_uses or c.most_uses_by_customer < (select count(*)"
                                + " from coupon_use u where u.coupon_id = c.id and u.customer_id = :customer))",
                        Map.of("channel", channel.id(), "codes", codes, "customer", customer))
                .rows(em).stream().findFirst().map(Row::text);
    }

    /** Uses of the one customer are the other's where the order is the other's now. */
    public void follow(long from, long to) {
        new Sql("""
                update coupon_use set customer_id = :to where customer_id = :from
                  and order_id in (select o.id from sales_order o where o.customer_id = :to)
                """, Map.of("from", from, "to", to)).execute(em);
    }

    /** The coupons that the order used are free again. */
    public void giveBack(long order) {
        Map<String, ?> named = Map.of("order", order);
        int used = new Sql("""
                        update coupon set uses = uses - 1, version = version + 1
                        where id in (select u.coupon_id from coupon_use u where u.order_id = :order)
                        """, named).execute(em);
        if (used > 0) {
            new Sql("delete from coupon_use where order_id = :order", named).execute(em);
        }
    }

    /** Who uses a coupon when. */
    public record Use(long order, long customer, Instant at) {}
}
