package org.ringdesk.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringdesk.orders.Selling.ANNA;
import static org.ringdesk.orders.Selling.refused;
import static org.ringdesk.testing.Caller.as;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ringdesk.customers.CustomerFile;
import org.ringdesk.customers.CustomerMerging;
import org.ringdesk.customers.CustomerView;
import org.ringdesk.orders.OrderStatus;
import org.ringdesk.orders.OrderView;
import org.ringdesk.orders.OrdersOfMerged;
import org.ringdesk.orders.Selling;
import org.ringdesk.payments.Checkout;
import org.ringdesk.payments.Recap;
import org.ringdesk.shared.Role;
import org.ringdesk.testing.Caller;
import org.ringdesk.testing.Database;

/** Price groups and used coupons go with a customer who is merged, and back. On both databases. */
class PricesOfMergedTest {
    private static final Caller MIRIAM = as("miriam.vogel", Role.AGENT, Role.MERGING);

    @ParameterizedTest
    @EnumSource
    void theOneHasTheOthersGroupsUntilTheyAreTwoAgain(Database database) {
        Selling shop = shop(database);
        CustomerView kept = shop.somebody();
        CustomerView first = shop.somebody();
        CustomerView second = shop.somebody();
        join(shop, kept, "OWN");
        join(shop, first, "OWN");
        join(shop, first, "SHARED");
        join(shop, second, "SHARED");

        long one = merge(shop, kept, first);
        assertThat(groups(shop, kept)).containsExactly("OWN", "SHARED");
        long two = merge(shop, kept, second);
        assertThat(groups(shop, kept)).containsExactly("OWN", "SHARED");

        unmerge(shop, one);
        assertThat(groups(shop, kept)).as("the second one is still in it").containsExactly("OWN", "SHARED");
        assertThat(groups(shop, first)).containsExactly("OWN", "SHARED");
        unmerge(shop, two);
        assertThat(groups(shop, kept)).containsExactly("OWN");
        assertThat(groups(shop, second)).containsExactly("SHARED");
    }

    @ParameterizedTest
    @EnumSource
    void aCouponThatTheOtherUsedIsUsed(Database database) {
        Selling shop = shop(database);
        CustomerView kept = shop.somebody();
        CustomerView twin = shop.somebody();
        OrderView placed = submit(shop, withCoupon(shop, twin)).order();
        assertThat(placed.status()).isEqualTo(OrderStatus.PLACED);

        long merge = merge(shop, kept, twin);
        refused("pricing.coupon.used-up", () -> withCoupon(shop, kept));
        unmerge(shop, merge);
        refused("pricing.coupon.used-up", () -> withCoupon(shop, twin));
        OrderView own = submit(shop, withCoupon(shop, kept)).order();
        assertThat(own.status()).isEqualTo(OrderStatus.PLACED);
    }

    /** A draft that came along, submitted while they were one, takes its use back with it. */
    @ParameterizedTest
    @EnumSource
    void whatIsUsedWhileTheyAreOneGoesWithTheOrder(Database database) {
        Selling shop = shop(database);
        CustomerView kept = shop.somebody();
        CustomerView twin = shop.somebody();
        OrderView draft = withCoupon(shop, twin);
        long merge = merge(shop, kept, twin);
        submit(shop, shop.now(draft.number()));
        refused("pricing.coupon.used-up", () -> withCoupon(shop, kept));
        unmerge(shop, merge);
        refused("pricing.coupon.used-up", () -> withCoupon(shop, twin));
        assertThat(withCoupon(shop, kept).coupons()).containsExactly("WILLKOMMEN");
    }

    private static Selling shop(Database database) {
        Selling shop = new Selling(database);
        shop.rooms().get(OrdersOfMerged.class);
        for (String code : List.of("OWN", "SHARED")) {
            if (shop.rows("select id, code from price_group where code = '" + code + "'")
                    .isEmpty()) {
                write(
                        shop,
                        "insert into price_group (id, code, name, version) values (nextval('ringdesk_seq') + 49, '"
                                + code + "', '" + code + "', 1)");
            }
        }
        return shop;
    }

    private static void join(Selling shop, CustomerView customer, String group) {
        write(
                shop,
                "insert into price_group_customer (customer_id, group_id) select " + customer.id()
                        + ", id from price_group where code = '" + group + "'");
    }

    private static void write(Selling shop, String sql) {
        shop.rooms().query(em -> {
            em.getTransaction().begin();
            int rows = em.createNativeQuery(sql).executeUpdate();
            em.getTransaction().commit();
            return rows;
        });
    }

    private static List<Object> groups(Selling shop, CustomerView customer) {
        return shop
                .rows("select g.code, g.name from price_group g join price_group_customer c on c.group_id = g.id"
                        + " where c.customer_id = " + customer.id() + " order by g.code")
                .stream()
                .map(row -> row[0])
                .toList();
    }

    private static long merge(Selling shop, CustomerView kept, CustomerView other) {
        MIRIAM.call(() -> shop.rooms().get(CustomerMerging.class).merge(kept.number(), other.number()));
        return ANNA.call(() -> shop.rooms().get(CustomerFile.class).details(kept.number())).merges().stream()
                .filter(m -> m.number().equals(other.number()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static void unmerge(Selling shop, long merge) {
        MIRIAM.call(() -> shop.rooms().get(CustomerMerging.class).unmerge(merge));
    }

    private static OrderView withCoupon(Selling shop, CustomerView customer) {
        OrderView order = shop.add(shop.draft(customer), "MUG-001", 2);
        return ANNA.call(() -> shop.entry().enterCode(order.number(), order.version(), "WILLKOMMEN"));
    }

    private static Recap submit(Selling shop, OrderView order) {
        Checkout checkout = shop.rooms().get(Checkout.class);
        return ANNA.call(() -> {
            Recap paid = checkout.payByCard(order.number(), "tok_visa", order.total());
            return checkout.submit(order.number(), paid.order().version(), UUID.randomUUID());
        });
    }
}
