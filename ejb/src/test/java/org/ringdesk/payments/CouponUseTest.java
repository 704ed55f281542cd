package org.ringdesk.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringdesk.orders.Selling.ANNA;
import static org.ringdesk.orders.Selling.refused;

import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ringdesk.customers.CustomerView;
import org.ringdesk.orders.OrderChanges;
import org.ringdesk.orders.OrderStatus;
import org.ringdesk.orders.OrderView;
import org.ringdesk.orders.Selling;
import org.ringdesk.testing.Database;

/** A coupon that each customer has once: counted when the order is submitted, free again when that fails. On both databases. */
class CouponUseTest {

    @ParameterizedTest
    @EnumSource
    void isUsedOnceACustomer(Database database) {
        Selling shop = new Selling(database);
        CustomerView customer = shop.somebody();
        OrderView first = withCoupon(shop, customer);
        OrderView second = withCoupon(shop, customer);
        Recap placed = submit(shop, first, "tok_visa");
        assertThat(placed.order().status()).isEqualTo(OrderStatus.PLACED);
        assertThat(uses(shop, first)).isEqualTo(1);

        refused("pricing.coupon.used-up", () -> submit(shop, second, "tok_visa"));
        assertThat(uses(shop, second)).isZero();
        refused("pricing.coupon.used-up", () -> withCoupon(shop, customer));
        assertThat(uses(shop, withCouponPlaced(shop, shop.somebody()))).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void isFreeAgainWhenThePaymentIsDeclined(Database database) {
        Selling shop = new Selling(database);
        CustomerView customer = shop.somebody();
        OrderView order = withCoupon(shop, customer);
        int before = counted(shop);
        Recap declined = submit(shop, order, "tok_declined");
        assertThat(declined.order().problem()).isEqualTo("payment-declined");
        assertThat(uses(shop, order)).isZero();
        assertThat(counted(shop)).isEqualTo(before);

        Recap free = ANNA.call(() ->
                checkout(shop).remove(order.number(), declined.payments().get(0).id()));
        Recap placed = submit(shop, free.order(), "tok_visa");
        assertThat(placed.order().status()).isEqualTo(OrderStatus.PLACED);
        assertThat(uses(shop, order)).isEqualTo(1);
        assertThat(counted(shop)).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @EnumSource
    void isFreeAgainWhenThePlacedOrderIsCancelled(Database database) {
        Selling shop = new Selling(database);
        CustomerView customer = shop.somebody();
        int before = counted(shop);
        OrderView placed = withCouponPlaced(shop, customer);
        assertThat(placed.status()).isEqualTo(OrderStatus.PLACED);
        assertThat(uses(shop, placed)).isEqualTo(1);
        assertThat(counted(shop)).isEqualTo(before + 1);
        refused("pricing.coupon.used-up", () -> withCoupon(shop, customer));

        OrderView gone = ANNA.call(() -> shop.rooms()
                .get(OrderChanges.class)
                .cancel(placed.number(), placed.version(), "Wants nothing any more"));
        assertThat(gone.status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(uses(shop, placed)).isZero();
        assertThat(counted(shop)).isEqualTo(before);
        assertThat(uses(shop, withCouponPlaced(shop, customer))).isEqualTo(1);
    }

    private static OrderView withCouponPlaced(Selling shop, CustomerView customer) {
        return submit(shop, withCoupon(shop, customer), "tok_visa").order();
    }

    private static OrderView withCoupon(Selling shop, CustomerView customer) {
        OrderView order = shop.add(shop.draft(customer), "MUG-001", 2);
        return ANNA.call(() -> shop.entry().enterCode(order.number(), order.version(), "WILLKOMMEN"));
    }

    private static Recap submit(Selling shop, OrderView order, String token) {
        return ANNA.call(() -> {
            Recap paid = checkout(shop).payByCard(order.number(), token, order.total());
            return checkout(shop).submit(paid.order().number(), paid.order().version(), UUID.randomUUID());
        });
    }

    private static Checkout checkout(Selling shop) {
        return shop.rooms().get(Checkout.class);
    }

    private static int uses(Selling shop, OrderView order) {
        return number(
                shop,
                "select count(*), 1 from coupon_use u join sales_order o on o.id = u.order_id" + " where o.number = '"
                        + order.number() + "'");
    }

    private static int counted(Selling shop) {
        return number(shop, "select uses, 1 from coupon where code = 'WILLKOMMEN'");
    }

    private static int number(Selling shop, String sql) {
        return ((Number) shop.rows(sql).get(0)[0]).intValue();
    }
}
