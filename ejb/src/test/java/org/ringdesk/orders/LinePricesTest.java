package org.ringdesk.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringdesk.orders.Selling.ANNA;
import static org.ringdesk.orders.Selling.EMILY;
import static org.ringdesk.orders.Selling.refused;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ringdesk.pricing.MarginLevel;
import org.ringdesk.pricing.OverrideReason;
import org.ringdesk.pricing.Overrides;
import org.ringdesk.pricing.Priced;
import org.ringdesk.shared.Money;
import org.ringdesk.shared.Role;
import org.ringdesk.testing.Caller;
import org.ringdesk.testing.Database;

/** Prices given by hand within the demo company's limits: agents 10 percent and not below 110 percent of the cost. On both databases. */
class LinePricesTest {
    private static final Caller CHIEF = new Caller("anna.schmidt", Set.of(Role.AGENT, Role.SUPERVISOR));

    @ParameterizedTest
    @EnumSource
    void anAgentChangesAPriceWithinTheLimit(Database database) {
        Selling shop = new Selling(database);
        OrderView order = shop.filled();
        LinePrices.Changed changed = change(shop, ANNA, order, 1, "11.66", "DAMAGED");
        assertThat(changed.order().goods()).isEqualTo(euro("23.32"));
        assertThat(changed.order().lines().get(0).agreedReason()).isEqualTo("DAMAGED");
        assertThat(changed.margin()).isEqualTo(MarginLevel.ACCEPTABLE);
        assertThat(details(shop, order))
                .startsWith("BASE_PRICE//1/12.95 EUR", "AGREED_PRICE/DAMAGED/1/11.66 EUR")
                .contains("CHARGE/DELIVERY/null/5.95 EUR");
        assertThat(shop.now(order.number())).isEqualTo(changed.order());

        OrderView released = ANNA.call(
                () -> prices(shop).release(order.number(), changed.order().version(), 1));
        assertThat(released.goods()).isEqualTo(euro("25.90"));
        assertThat(released.lines().get(0).agreedReason()).isNull();
        assertThat(shop.rows(
                        "select kind, old_value, new_value from order_event where kind = 'PRICE_CHANGED' and order_id ="
                                + " (select id from sales_order where number = '" + order.number() + "') order by id"))
                .extracting(row -> row[1] + " > " + row[2])
                .containsExactly("12.95 EUR > 11.66 EUR (DAMAGED)", "11.66 EUR > 12.95 EUR");
    }

    @ParameterizedTest
    @EnumSource
    void theLimitIsOfThePriceThatTheRulesFound(Database database) {
        Selling shop = new Selling(database);
        OrderView order = shop.filled();
        refused("pricing.override.percent", () -> change(shop, ANNA, order, 1, "11.65", "DAMAGED"));
        OrderView lower = change(shop, ANNA, order, 1, "11.66", "DAMAGED").order();
        // not ten percent of what was agreed before
        refused("pricing.override.percent", () -> change(shop, ANNA, lower, 1, "11.00", "DAMAGED"));
        assertThat(change(shop, CHIEF, lower, 1, "9.00", "MATCH").order().goods())
                .isEqualTo(euro("18.00"));
    }

    @ParameterizedTest
    @EnumSource
    void tooLittleIsNotSold(Database database) {
        Selling shop = new Selling(database);
        OrderView order = shop.filled();
        // costs 5.96, 40 percent off leave 6.53 without tax: a margin of 8.7 percent
        refused("pricing.margin.low", () -> change(shop, CHIEF, order, 1, "7.77", "MATCH"));
        // 7.14 without tax: 16.5 percent
        assertThat(change(shop, CHIEF, order, 1, "8.50", "MATCH").margin()).isEqualTo(MarginLevel.QUESTIONABLE);
    }

    @ParameterizedTest
    @EnumSource
    void nonsenseIsRefused(Database database) {
        Selling shop = new Selling(database);
        OrderView order = shop.filled();
        for (String price : new String[] {null, "-0.01", "10000000", "1.23456"}) {
            refused("order.price.range", () -> change(shop, ANNA, order, 1, price, "DAMAGED"));
        }
        refused("pricing.override.reason", () -> change(shop, ANNA, order, 1, "12.00", "BECAUSE"));
        refused("order.line.unknown", () -> change(shop, ANNA, order, 7, "12.00", "DAMAGED"));
        refused("order.unknown", () -> change(shop, EMILY, order, 1, "12.00", "DAMAGED"));
        assertThat(shop.now(order.number())).isEqualTo(order);
    }

    @ParameterizedTest
    @EnumSource
    void theChannelHasItsReasons(Database database) {
        Selling shop = new Selling(database);
        assertThat(ANNA.call(() ->
                        shop.rooms().get(Overrides.class).reasons(shop.filled().channel())))
                .extracting(OverrideReason::code)
                .containsExactly("DAMAGED", "MATCH", "GOODWILL");
    }

    @ParameterizedTest
    @EnumSource
    void theDetailsStayWithTheOrder(Database database) {
        Selling shop = new Selling(database);
        OrderView order = shop.add(shop.draft(), "TEA-001", 3);
        assertThat(details(shop, order))
                .containsExactly(
                        "BASE_PRICE//1/11.90 EUR",
                        "QUANTITY_DISCOUNT/VORRAT/1/1.79 EUR",
                        "CHARGE/DELIVERY/null/5.95 EUR",
                        "TAX_INCLUDED/DE 19/null/0.95 EUR",
                        "TAX_INCLUDED/DE 7/null/2.22 EUR");
        refused("order.unknown", () -> EMILY.call(() -> prices(shop).details(order.number())));
    }

    @ParameterizedTest
    @EnumSource
    void aLineKeepsItsPriceUntilSomebodyAsksForTheOneOfToday(Database database) {
        Selling shop = new Selling(database);
        OrderView order = shop.add(shop.draft(), "UMB-007", 1);
        assertThat(order.goods()).isEqualTo(euro("49.95"));
        try {
            price(shop, "44.00");
            OrderView two = shop.add(order, "MUG-001", 1);
            assertThat(two.lines().get(0).unitPrice()).isEqualTo(euro("49.95"));
            OrderView renewed = ANNA.call(() -> prices(shop).renew(two.number(), two.version()));
            assertThat(renewed.lines().get(0).unitPrice()).isEqualTo(euro("44.00"));
            assertThat(ANNA.call(() -> prices(shop).renew(two.number(), renewed.version()))
                            .total())
                    .isEqualTo(renewed.total());
        } finally {
            price(shop, "49.95");
        }
    }

    private static void price(Selling shop, String amount) {
        try (Connection connection = shop.rooms().database().plain().getConnection();
                PreparedStatement update =
                        connection.prepareStatement("update product_price set amount = ? where product_id ="
                                + " (select id from product where number = 'UMB-007') and channel_id ="
                                + " (select id from sales_channel where code = 'DE')")) {
            update.setBigDecimal(1, new BigDecimal(amount));
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static LinePrices.Changed change(
            Selling shop, Caller who, OrderView order, int position, @Nullable String price, String reason) {
        BigDecimal amount = price == null ? null : new BigDecimal(price);
        return who.call(() -> prices(shop).change(order.number(), order.version(), position, amount, reason));
    }

    private static LinePrices prices(Selling shop) {
        return shop.rooms().get(LinePrices.class);
    }

    private static List<String> details(Selling shop, OrderView order) {
        return ANNA.call(() -> prices(shop).details(order.number())).stream()
                .map(LinePricesTest::text)
                .toList();
    }

    private static String text(Priced.Detail d) {
        return d.rule() + "/" + d.code() + "/" + d.position() + "/" + d.amount();
    }

    private static Money euro(String amount) {
        return Money.of(amount, "EUR");
    }
}
