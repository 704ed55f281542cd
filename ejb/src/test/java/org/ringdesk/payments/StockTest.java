package org.ringdesk.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringdesk.orders.Selling.ANNA;
import static org.ringdesk.orders.Selling.refusal;
import static org.ringdesk.orders.Selling.refused;
import static org.ringdesk.testing.Caller.as;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ringdesk.catalog.PriceIntake;
import org.ringdesk.catalog.ProductIntake;
import org.ringdesk.catalog.ProductNumber;
import org.ringdesk.catalog.StockIntake;
import org.ringdesk.orders.Fulfilment;
import org.ringdesk.orders.HoldView;
import org.ringdesk.orders.LinePrices;
import org.ringdesk.orders.OrderCatalog;
import org.ringdesk.orders.OrderChanges;
import org.ringdesk.orders.OrderHolds;
import org.ringdesk.orders.OrderStatus;
import org.ringdesk.orders.OrderView;
import org.ringdesk.orders.Selling;
import org.ringdesk.orders.Shipped;
import org.ringdesk.orders.Supply;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;
import org.ringdesk.shared.intake.RowResult;
import org.ringdesk.testing.Caller;
import org.ringdesk.testing.Database;

/** What orders claim of the stock, what is refused, and what is promised. On both databases. */
class StockTest {
    private static final Caller ADMIN = as("katrin.brandt", Role.ADMIN);
    private static final Caller PETRA = as("petra.lindner", Role.SUPERVISOR);
    private static final Caller WAREHOUSE = as("warehouse", Role.FULFILMENT);

    @ParameterizedTest
    @EnumSource
    void aDraftClaimsNothingAndASubmittedOrderAllOfIt(Database database) {
        Selling shop = new Selling(database);
        goods(shop, "STK-101", "backorder", "no");
        count(shop, "STK-101", "10", "");
        OrderView draft = shop.add(shop.draft(), "STK-101", 4);
        assertThat(figures(shop, "STK-101")).isEqualTo("10 on hand, 0 reserved");
        assertThat(supply(draft).available()).isEqualTo(10);
        assertThat(supply(draft).missing()).isZero();

        OrderView placed = submit(shop, draft, "tok_visa").order();
        assertThat(placed.status()).isEqualTo(OrderStatus.PLACED);
        assertThat(figures(shop, "STK-101")).isEqualTo("10 on hand, 4 reserved");
        assertThat(supply(placed).promised())
                .isEqualTo(supply(draft).promised())
                .isNotNull();
        assertThat(supply(shop.now(placed.number()))).isEqualTo(supply(placed));
        assertThat(shop.now(placed.number()).version()).isEqualTo(placed.version());

        WAREHOUSE.run(() ->
                shop.rooms().get(Fulfilment.class).ship(placed.number(), new Shipped("P-1", null, null, Map.of(1, 3))));
        assertThat(figures(shop, "STK-101")).isEqualTo("7 on hand, 1 reserved");
        ANNA.call(() -> changes(shop)
                .cancelLine(placed.number(), shop.now(placed.number()).version(), 1, "No more"));
        assertThat(figures(shop, "STK-101")).isEqualTo("7 on hand, 0 reserved");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotThereIsRefusedAndNothingIsPaidOrLost(Database database) {
        Selling shop = new Selling(database);
        LocalDate today = today(shop);
        goods(shop, "STK-201", "backorder", "no");
        count(shop, "STK-201", "3", today.plusDays(7) + ":50");
        OrderView draft = shop.add(shop.draft(), "STK-201", 5);
        assertThat(supply(draft).available()).isEqualTo(3);
        assertThat(supply(draft).missing()).isEqualTo(2);
        assertThat(supply(draft).allowed()).isFalse();

        Recap paid = pay(shop, draft, "tok_visa");
        Refusal refusal = refusal(() -> place(shop, paid.order()));
        assertThat(refusal.key()).isEqualTo("stock.short");
        assertThat(refusal.arguments()).startsWith(draft.lines().get(0).name(), 3, 5);
        assertThat((LocalDate) refusal.arguments().get(3)).isAfter(today.plusDays(7));
        OrderView still = shop.now(draft.number());
        assertThat(still).isEqualTo(paid.order());
        assertThat(ANNA.call(() -> checkout(shop).recap(draft.number())).payments())
                .extracting(PaymentView::status)
                .containsExactly(PaymentStatus.NOT_SUBMITTED);
        assertThat(figures(shop, "STK-201")).isEqualTo("3 on hand, 0 reserved");

        OrderView less = ANNA.call(() -> shop.entry().changeQuantity(still.number(), still.version(), 1, 3));
        Recap over = ANNA.call(() ->
                checkout(shop).remove(less.number(), paid.payments().get(0).id()));
        assertThat(submit(shop, over.order(), "tok_visa").order().status()).isEqualTo(OrderStatus.PLACED);
        assertThat(figures(shop, "STK-201")).isEqualTo("3 on hand, 3 reserved");
        count(shop, "STK-201", "3", "-");
        OrderView late = shop.add(shop.draft(), "STK-201", 1);
        refused("stock.gone", () -> submit(shop, late, "tok_visa"));
    }

    @ParameterizedTest
    @EnumSource
    void whatMayBeBackorderedIsPromisedForTheReceiptThatCoversIt(Database database) {
        Selling shop = new Selling(database);
        LocalDate today = today(shop);
        goods(shop, "STK-301", "lead_days", "30");
        count(shop, "STK-301", "2", today.plusDays(7) + ":4;" + today.plusDays(14) + ":10");
        OrderView first =
                submit(shop, shop.add(shop.draft(), "STK-301", 5), "tok_visa").order();
        assertThat(supply(first).isBackordered()).isTrue();
        assertThat(supply(first).missing()).isEqualTo(3);
        assertThat(supply(first).promised()).isBetween(today.plusDays(7), today.plusDays(13));
        // what came first has the first receipt
        OrderView second = shop.add(shop.draft(), "STK-301", 2);
        assertThat(supply(second).promised()).isBetween(today.plusDays(14), today.plusDays(20));
        OrderView third = ANNA.call(() -> shop.entry().changeQuantity(second.number(), second.version(), 1, 50));
        assertThat(supply(third).promised()).isAfter(today.plusDays(29));
        assertThat(figures(shop, "STK-301")).isEqualTo("2 on hand, 5 reserved");
    }

    @ParameterizedTest
    @EnumSource
    void aDeclinedPaymentFreesAndAnotherSubmitClaimsAgain(Database database) {
        Selling shop = new Selling(database);
        goods(shop, "STK-401", "backorder", "no");
        count(shop, "STK-401", "2", "");
        OrderView draft = shop.add(shop.draft(), "STK-401", 2);
        Recap declined = submit(shop, draft, "tok_declined");
        assertThat(declined.order().problem()).isEqualTo("payment-declined");
        assertThat(figures(shop, "STK-401")).isEqualTo("2 on hand, 0 reserved");
        Recap free = ANNA.call(() ->
                checkout(shop).remove(draft.number(), declined.payments().get(0).id()));
        assertThat(submit(shop, free.order(), "tok_visa").order().status()).isEqualTo(OrderStatus.PLACED);
        assertThat(figures(shop, "STK-401")).isEqualTo("2 on hand, 2 reserved");
    }

    @ParameterizedTest
    @EnumSource
    void aChangedOrderKeepsWhatItHasUntilItIsPlacedAgain(Database database) {
        Selling shop = new Selling(database);
        goods(shop, "STK-501", "backorder", "no");
        count(shop, "STK-501", "5", "");
        OrderView placed =
                submit(shop, shop.add(shop.draft(), "STK-501", 4), "tok_visa").order();
        OrderView open = ANNA.call(() -> changes(shop).change(placed.number(), placed.version(), "More"));
        assertThat(supply(open).available()).as("its own with it").isEqualTo(5);
        OrderView more = ANNA.call(() -> shop.entry().changeQuantity(open.number(), open.version(), 1, 6));
        assertThat(figures(shop, "STK-501")).isEqualTo("5 on hand, 4 reserved");
        Recap paid = ANNA.call(() -> checkout(shop)
                .payByCard(
                        more.number(),
                        "tok_visa",
                        checkout(shop).recap(more.number()).balance()));
        refused("stock.gone", () -> place(shop, paid.order()));
        OrderView fewer = ANNA.call(
                () -> shop.entry().changeQuantity(more.number(), paid.order().version(), 1, 1));
        assertThat(place(shop, fewer).order().status()).isEqualTo(OrderStatus.PLACED);
        assertThat(figures(shop, "STK-501")).isEqualTo("5 on hand, 1 reserved");
        ANNA.call(() ->
                changes(shop).cancel(placed.number(), shop.now(placed.number()).version(), "No more"));
        assertThat(figures(shop, "STK-501")).isEqualTo("5 on hand, 0 reserved");
    }

    @ParameterizedTest
    @EnumSource
    void aHoldThatReleasesLetsOthersHaveTheGoods(Database database) {
        Selling shop = new Selling(database);
        goods(shop, "STK-601", "backorder", "no");
        count(shop, "STK-601", "2", "");
        OrderView placed =
                submit(shop, shop.add(shop.draft(), "STK-601", 2), "tok_visa").order();
        OrderView wished = ANNA.call(() -> holds(shop).hold(placed.number(), placed.version(), "WISH", null));
        assertThat(figures(shop, "STK-601")).isEqualTo("2 on hand, 2 reserved");
        OrderView held = ANNA.call(() -> holds(shop).hold(placed.number(), wished.version(), "FRAUD", "Third card"));
        assertThat(figures(shop, "STK-601")).isEqualTo("2 on hand, 0 reserved");
        OrderView other =
                submit(shop, shop.add(shop.draft(), "STK-601", 1), "tok_visa").order();
        List<HoldView> all = ANNA.call(() -> holds(shop).holds(placed.number()));
        long fraud = all.get(0).id();
        refused("stock.gone", () -> clear(shop, held, fraud));
        ANNA.call(() -> changes(shop).cancel(other.number(), other.version(), "No more"));
        clear(shop, held, fraud);
        assertThat(figures(shop, "STK-601")).isEqualTo("2 on hand, 2 reserved");
        assertThat(shop.now(placed.number()).status()).isEqualTo(OrderStatus.ON_HOLD);
    }

    @ParameterizedTest
    @EnumSource
    void itemRulesAreKept(Database database) {
        Selling shop = new Selling(database);
        LocalDate today = today(shop);
        goods(shop, "STK-701", "sell_from", today.plusDays(3).toString());
        goods(shop, "STK-702", "price_adjustable", "no");
        goods(shop, "STK-703", "ship_alone", "yes");
        goods(shop, "STK-704", "sell_to", today.toString());
        refused("product.sold-from", () -> shop.add(shop.draft(), "STK-701", 1));
        OrderView order = shop.add(shop.add(shop.draft(), "STK-702", 1), "STK-703", 1);
        assertThat(order.lines()).extracting(l -> l.supply().alone()).containsExactly(false, true);
        refused(
                "pricing.override.fixed",
                () -> ANNA.call(() -> shop.rooms()
                        .get(LinePrices.class)
                        .change(order.number(), order.version(), 1, new BigDecimal("11.50"), "DAMAGED")));
        OrderView old = shop.add(shop.draft(), "STK-704", 1);
        goods(shop, "STK-704", "sell_to", today.minusDays(1).toString());
        refused("product.sold-until", () -> submit(shop, old, "tok_visa"));
    }

    @ParameterizedTest
    @EnumSource
    void aListIsForTheCustomerAndFoundByCategoryAndAttribute(Database database) {
        Selling shop = new Selling(database);
        goods(shop, "STK-801", "attributes", "colour|Farbe=ultraviolet|ultraviolett;size=XS");
        OrderView draft = shop.draft();
        OrderCatalog catalog = shop.rooms().get(OrderCatalog.class);
        for (String words : List.of("ultraviolett", "ULTRAVIOLET xs", "kuche stk-801", "kitchen stk 801")) {
            assertThat(ANNA.call(() -> catalog.find(draft.number(), words, "de", 12)))
                    .as(words)
                    .singleElement()
                    .satisfies(p -> {
                        assertThat(p.number().value()).isEqualTo("STK-801");
                        assertThat(p.attributes()).isEqualTo("Farbe ultraviolett · size XS");
                    });
        }
        assertThat(shop.rooms()
                        .database()
                        .statementsOf(() -> ANNA.call(() -> catalog.find(draft.number(), "a", "de", 12))))
                .hasSize(3);
        shop.rooms().query(em -> {
            em.getTransaction().begin();
            em.createNativeQuery("insert into price_group (id, code, name, version) values (7801, 'STK801', 'Test', 1)")
                    .executeUpdate();
            em.createNativeQuery("insert into price_group_customer (customer_id, group_id) select customer_id, 7801"
                            + " from sales_order where number = '" + draft.number() + "'")
                    .executeUpdate();
            em.createNativeQuery("insert into trade_agreement (id, group_id, product_id, unit, currency, from_quantity,"
                            + " price, version) select 7801, 7801, id, unit, 'EUR', 1, 7.77, 1 from product"
                            + " where number = 'STK-801'")
                    .executeUpdate();
            em.getTransaction().commit();
            return true;
        });
        assertThat(ANNA.call(() -> catalog.find(draft.number(), "stk-801", "de", 12)))
                .singleElement()
                .satisfies(p -> {
                    assertThat(p.price().amount()).isEqualByComparingTo("7.77");
                    assertThat(p.listPrice().amount()).isEqualByComparingTo("10");
                });
        OrderView line = shop.add(draft, "STK-801", 1);
        assertThat(line.lines().get(0).unitPrice().amount()).isEqualByComparingTo("7.77");
    }

    /** Whatever unit lines are in: the stock is counted in base units. */
    @ParameterizedTest
    @EnumSource
    void boxesTakeTheirPieces(Database database) {
        Selling shop = new Selling(database);
        goods(shop, "STK-901", "units", "BOX=12");
        goods(shop, "STK-901", "backorder", "no");
        count(shop, "STK-901", "30", "");
        OrderView boxes = box(shop, shop.draft(), "STK-901", 2);
        OrderView both = shop.add(boxes, "STK-901", 7);
        assertThat(both.lines())
                .extracting(l -> l.counted() + ": " + l.supply().available() + ", "
                        + l.supply().missing())
                .containsExactly("2 Karton: 30, 0", "7: 6, 1");
        OrderView fits = ANNA.call(() -> shop.entry().changeQuantity(both.number(), both.version(), 2, 6));
        OrderView placed = submit(shop, fits, "tok_visa").order();
        assertThat(figures(shop, "STK-901")).isEqualTo("30 on hand, 30 reserved");

        OrderView late = box(shop, shop.draft(), "STK-901", 1);
        Refusal refusal = refusal(() -> submit(shop, late, "tok_visa"));
        assertThat(refusal.key()).isEqualTo("stock.gone");
        assertThat(refusal.arguments()).endsWith(0, 12);

        WAREHOUSE.run(() ->
                shop.rooms().get(Fulfilment.class).ship(placed.number(), new Shipped("P-9", null, null, Map.of(1, 1))));
        assertThat(figures(shop, "STK-901")).isEqualTo("18 on hand, 18 reserved");
        ANNA.call(() -> changes(shop)
                .cancelLine(placed.number(), shop.now(placed.number()).version(), 1, "No more"));
        assertThat(figures(shop, "STK-901")).isEqualTo("18 on hand, 6 reserved");
    }

    @ParameterizedTest
    @EnumSource
    void aListSaysTheCustomersPriceOfEachUnit(Database database) {
        Selling shop = new Selling(database);
        LocalDate today = today(shop);
        goods(shop, "STK-902", "units", "BOX=12");
        goods(shop, "STK-902", "sales_unit", "BOX");
        count(shop, "STK-902", "11", today.plusDays(7) + ":1");
        OrderView draft = shop.draft();
        shop.rooms().query(em -> {
            em.getTransaction().begin();
            em.createNativeQuery("insert into price_group (id, code, name, version) values (7902, 'STK902', 'Test', 1)")
                    .executeUpdate();
            em.createNativeQuery("insert into price_group_customer (customer_id, group_id) select customer_id, 7902"
                            + " from sales_order where number = '" + draft.number() + "'")
                    .executeUpdate();
            em.createNativeQuery("insert into trade_agreement (id, group_id, product_id, unit, currency, from_quantity,"
                            + " price, version) select 7902, 7902, id, 'BOX', 'EUR', 1, 99, 1 from product"
                            + " where number = 'STK-902'")
                    .executeUpdate();
            em.getTransaction().commit();
            return true;
        });
        OrderCatalog catalog = shop.rooms().get(OrderCatalog.class);
        assertThat(ANNA.call(() -> catalog.find(draft.number(), "stk-902", "de", 12)))
                .singleElement()
                .satisfies(p -> {
                    assertThat(p.units())
                            .extracting(u -> u.code() + " " + u.listPrice() + " " + u.price())
                            .containsExactly("BOX 120.00 EUR 99.00 EUR", "PCS 10.00 EUR 10.00 EUR");
                    assertThat(p.stock().available()).isEqualTo(11);
                    assertThat(p.promised()).as("a whole box").isAfterOrEqualTo(today.plusDays(7));
                });
        assertThat(shop.add(draft, "STK-902", 1).lines()).singleElement().satisfies(l -> {
            assertThat(l.counted()).isEqualTo("1 Karton");
            assertThat(l.unitPrice().amount()).isEqualByComparingTo("99");
        });
    }

    private static OrderView box(Selling shop, OrderView order, String product, int boxes) {
        return ANNA.call(
                () -> shop.entry().add(order.number(), order.version(), new ProductNumber(product), boxes, "BOX"));
    }

    /** Each order has the goods in another order of its lines, and there is enough for half of them. */
    @ParameterizedTest
    @EnumSource
    void ordersThatAreSubmittedAtTheSameTimeOversellNothing(Database database) throws Exception {
        Selling shop = new Selling(database);
        List<String> numbers = List.of("STK-911", "STK-912", "STK-913");
        for (String number : numbers) {
            goods(shop, number, "backorder", "no");
            count(shop, number, "12", "");
        }
        List<Callable<String>> work = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            OrderView order = shop.draft();
            for (int n = 0; n < numbers.size(); n++) {
                order = shop.add(order, numbers.get((i % 2 == 0 ? n : numbers.size() - 1 - n)), 2);
            }
            OrderView paid = pay(shop, order, "tok_visa").order();
            work.add(() -> {
                try {
                    return place(shop, paid).order().status().name();
                } catch (Refusal refusal) {
                    return refusal.key();
                }
            });
        }
        ExecutorService clients = Executors.newFixedThreadPool(work.size());
        try {
            List<String> outcomes = new ArrayList<>();
            for (Future<String> one : clients.invokeAll(work)) {
                outcomes.add(one.get());
            }
            assertThat(outcomes).containsOnly("PLACED", "stock.gone");
            assertThat(Collections.frequency(outcomes, "PLACED")).isEqualTo(6);
        } finally {
            clients.shutdownNow();
        }
        for (String number : numbers) {
            assertThat(figures(shop, number)).isEqualTo("12 on hand, 12 reserved");
        }
    }

    private static OrderView clear(Selling shop, OrderView order, long hold) {
        return PETRA.call(
                () -> holds(shop).clear(order.number(), shop.now(order.number()).version(), hold, "Known"));
    }

    private static Supply supply(OrderView order) {
        return order.lines().get(0).supply();
    }

    private static LocalDate today(Selling shop) {
        return LocalDate.ofInstant(shop.rooms().clock().instant(), ZoneId.of("Europe/Berlin"));
    }

    /** A product at 10.00 with one thing said of it. */
    private static void goods(Selling shop, String number, String field, String value) {
        Map<String, String> row = Map.of(
                "number",
                number,
                "name_en",
                "Thing " + number,
                "name_de",
                "Ding " + number,
                "category",
                "KITCHEN",
                field,
                value);
        good(ADMIN.call(() -> shop.rooms().get(ProductIntake.class).put(List.of(row), "katrin.brandt")));
        good(ADMIN.call(() -> shop.rooms()
                .get(PriceIntake.class)
                .put(List.of(Map.of("product", number, "channel", "DE", "amount", "10")), "katrin.brandt")));
    }

    private static void count(Selling shop, String number, String pieces, String expected) {
        good(ADMIN.call(() -> shop.rooms()
                .get(StockIntake.class)
                .put(List.of(Map.of("product", number, "quantity", pieces, "expected", expected)), "katrin.brandt")));
    }

    private static void good(List<RowResult> results) {
        assertThat(results).allSatisfy(r -> assertThat(r.faults()).isEmpty());
    }

    private static Recap submit(Selling shop, OrderView order, String token) {
        return place(shop, pay(shop, order, token).order());
    }

    private static Recap pay(Selling shop, OrderView order, String token) {
        return ANNA.call(() -> checkout(shop).payByCard(order.number(), token, order.total()));
    }

    private static Recap place(Selling shop, OrderView order) {
        return ANNA.call(() -> checkout(shop).submit(order.number(), order.version(), UUID.randomUUID()));
    }

    /** What is claimed by orders is what is reserved, always. */
    private static String figures(Selling shop, String number) {
        List<Object[]> rows = shop.rows("select s.on_hand, s.reserved, (select coalesce(sum(c.pieces), 0)"
                + " from stock_claim c where c.product_id = s.product_id) from product_stock s join product p"
                + " on p.id = s.product_id where p.number = '" + number + "'");
        assertThat(((Number) rows.get(0)[2]).intValue()).isEqualTo(((Number) rows.get(0)[1]).intValue());
        return rows.get(0)[0] + " on hand, " + rows.get(0)[1] + " reserved";
    }

    private static Checkout checkout(Selling shop) {
        return shop.rooms().get(Checkout.class);
    }

    private static OrderChanges changes(Selling shop) {
        return shop.rooms().get(OrderChanges.class);
    }

    private static OrderHolds holds(Selling shop) {
        return shop.rooms().get(OrderHolds.class);
    }
}
