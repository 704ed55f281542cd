package org.ringdesk.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringdesk.orders.Selling.ANNA;
import static org.ringdesk.orders.Selling.EMILY;
import static org.ringdesk.orders.Selling.refused;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ringdesk.customers.CustomerDesk;
import org.ringdesk.customers.CustomerNumber;
import org.ringdesk.customers.CustomerView;
import org.ringdesk.shared.Money;
import org.ringdesk.testing.Database;

/** The demo company's bargains on an order: by quantity, by value, by what the customer reads out. On both databases. */
class CodesTest {

    @ParameterizedTest
    @EnumSource
    void theCodeOnACatalogSetsItsPrices(Database database) {
        Selling shop = new Selling(database);
        OrderView order = shop.add(shop.draft(), "CDL-005", 2);
        assertThat(order.lines().get(0).unitPrice()).isEqualTo(euro("18.50"));
        OrderView read = enter(shop, order, " licht26 ");
        assertThat(read.sourceCode()).isEqualTo("LICHT26");
        assertThat(read.lines().get(0).unitPrice()).isEqualTo(euro("16.65"));
        assertThat(read.goods()).isEqualTo(euro("33.30"));
        assertThat(read.version()).isEqualTo(order.version() + 1);
        assertThat(shop.now(order.number())).isEqualTo(read);
        OrderView without = remove(shop, read, "LICHT26");
        assertThat(without.sourceCode()).isNull();
        assertThat(without.goods()).isEqualTo(euro("37.00"));
        assertThat(story(shop, order)).endsWith("CODE_ENTERED null LICHT26", "CODE_REMOVED LICHT26 null");
    }

    @ParameterizedTest
    @EnumSource
    void moreOfOneKindIsCheaper(Database database) {
        Selling shop = new Selling(database);
        OrderView two = shop.add(shop.draft(), "TEA-001", 2);
        assertThat(two.discount()).isEqualTo(euro("0"));
        OrderView three = shop.add(two, "TEA-002", 1);
        // 5 % of 23.80 and of 14.90
        assertThat(three.lines()).extracting(OrderView.Line::discount).containsExactly(euro("1.19"), euro("0.75"));
        assertThat(three.lines()).extracting(OrderView.Line::amount).containsExactly(euro("22.61"), euro("14.15"));
        assertThat(three.goods()).isEqualTo(euro("36.76"));
        assertThat(three.discount()).isEqualTo(euro("1.94"));
    }

    @ParameterizedTest
    @EnumSource
    void enoughForTheGardenIsCheaper(Database database) {
        Selling shop = new Selling(database);
        OrderView three = shop.add(shop.draft(), "SPD-001", 3);
        assertThat(three.goods()).isEqualTo(euro("130.70"));
        OrderView five = shop.add(three, "SPD-001", 2);
        // 15 % of 234.50
        assertThat(five.goods()).isEqualTo(euro("199.32"));
    }

    @ParameterizedTest
    @EnumSource
    void aCouponTakesSomethingOff(Database database) {
        Selling shop = new Selling(database);
        OrderView order = enter(shop, shop.filled(), "willkommen");
        // 5 % of 25.90
        assertThat(order.goods()).isEqualTo(euro("24.60"));
        assertThat(order.coupons()).containsExactly("WILLKOMMEN");
        refused("order.code.twice", () -> enter(shop, order, "WILLKOMMEN"));
        OrderView without = remove(shop, order, "WILLKOMMEN");
        assertThat(without.goods()).isEqualTo(euro("25.90"));
        refused("order.code.unknown", () -> remove(shop, without, "WILLKOMMEN"));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNoCodeHereIsRefused(Database database) {
        Selling shop = new Selling(database);
        OrderView order = shop.filled();
        for (String typed : List.of("NOPE", "", "WELCOME", "LIGHT26", "x", "' or 1=1", "A".repeat(500))) {
            refused("pricing.code.unknown", () -> enter(shop, order, typed));
        }
        refused(
                "order.unknown",
                () -> EMILY.call(() -> shop.entry().enterCode(order.number(), order.version(), "WILLKOMMEN")));
        assertThat(shop.now(order.number())).isEqualTo(order);
    }

    @ParameterizedTest
    @EnumSource
    void aBusinessCustomerHasAgreedPrices(Database database) {
        Selling shop = new Selling(database);
        String number = String.valueOf(shop.rows("select min(c.number), count(*) from customer c"
                        + " join price_group_customer m on m.customer_id = c.id where c.country = 'DE'")
                .get(0)[0]);
        CustomerView business =
                ANNA.call(() -> shop.rooms().get(CustomerDesk.class).get(new CustomerNumber(number)));
        OrderView nine = shop.add(shop.draft(business), "BLK-001", 9);
        assertThat(nine.lines().get(0).unitPrice()).isEqualTo(euro("99.00"));
        OrderView ten = shop.add(nine, "BLK-001", 1);
        assertThat(ten.lines().get(0).unitPrice()).isEqualTo(euro("91.08"));
        assertThat(shop.add(shop.draft(), "BLK-001", 10).lines().get(0).unitPrice())
                .isEqualTo(euro("99.00"));
    }

    private static OrderView enter(Selling shop, OrderView order, String code) {
        return ANNA.call(() -> shop.entry().enterCode(order.number(), order.version(), code));
    }

    private static OrderView remove(Selling shop, OrderView order, String code) {
        return ANNA.call(() -> shop.entry().removeCode(order.number(), order.version(), code));
    }

    private static List<String> story(Selling shop, OrderView order) {
        return shop
                .rows("select kind, old_value, new_value from order_event where order_id = (select id from"
                        + " sales_order where number = '" + order.number() + "') order by id")
                .stream()
                .map(row -> row[0] + " " + row[1] + " " + row[2])
                .toList();
    }

    private static Money euro(String amount) {
        return Money.of(amount, "EUR");
    }
}
