package org.ringdesk.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringdesk.orders.Selling.ANNA;
import static org.ringdesk.orders.Selling.DE;
import static org.ringdesk.orders.Selling.EMILY;
import static org.ringdesk.orders.Selling.LUKAS;
import static org.ringdesk.orders.Selling.MIRIAM;
import static org.ringdesk.orders.Selling.refused;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ringdesk.administration.ChannelCode;
import org.ringdesk.catalog.ProductNumber;
import org.ringdesk.cti.CallId;
import org.ringdesk.customers.CustomerNumber;
import org.ringdesk.customers.CustomerView;
import org.ringdesk.shared.Money;
import org.ringdesk.shared.Refusal;
import org.ringdesk.testing.Database;

/** Order entry on both databases, as an agent lives it. */
class OrderEntryTest {

    @ParameterizedTest
    @EnumSource
    void anOrderIsTakenLineByLine(Database database) {
        Selling shop = new Selling(database);
        CustomerView customer = shop.somebody();
        OrderView order = shop.draft(customer);
        assertThat(order.number().value()).matches("DE\\d{8}");
        assertThat(order.status()).isEqualTo(OrderStatus.DRAFT);
        assertThat(order.customer()).isEqualTo(customer.number());
        assertThat(order.customerName()).isEqualTo(customer.name());
        assertThat(order.total()).isEqualTo(Money.of("0", "EUR"));

        order = shop.add(order, "MUG-001", 2);
        assertThat(order.goods()).isEqualTo(Money.of("25.90", "EUR"));
        assertThat(order.total()).isEqualTo(order.goods().plus(order.charges()));
        assertThat(order.tax().isPositive()).isTrue();
        OrderView.Line line = order.lines().get(0);
        assertThat(line.position()).isEqualTo(1);
        assertThat(line.name()).isEqualTo("Steinzeugbecher 350 ml, blau");
        assertThat(line.picture()).isEqualTo("mug-blue.svg");
        assertThat(line.taxPercent()).isEqualByComparingTo("19");

        order = shop.add(order, "MUG-002", 1);
        order = shop.add(order, "MUG-001", 3);
        assertThat(order.lines()).extracting(OrderView.Line::quantity).containsExactly(5, 1);

        OrderView three = order;
        order = ANNA.call(() -> shop.entry().remove(three.number(), three.version(), 1));
        assertThat(order.lines()).extracting(OrderView.Line::position).containsExactly(2);
        OrderView two = order;
        order = ANNA.call(() -> shop.entry().changeQuantity(two.number(), two.version(), 2, 7));
        assertThat(order.goods()).isEqualTo(Money.of("90.65", "EUR"));
        assertThat(order.charges()).isEqualTo(Money.of("0", "EUR"));
        assertThat(shop.now(order.number())).isEqualTo(order);
    }

    @ParameterizedTest
    @EnumSource
    void whatWasOrderedBeforeIsOrderedAgainAsFarAsItIsSold(Database database) {
        Selling shop = new Selling(database);
        OrderView before = shop.add(shop.add(shop.filled(), "MUG-002", 1), "LAN-001", 3);
        OrderView draft = shop.add(shop.draft(), "MUG-002", 4);
        CopiedOrder all = ANNA.call(() -> shop.entry().copy(draft.number(), draft.version(), before.number()));
        assertThat(all.notSold()).isEmpty();
        assertThat(all.order().version()).isEqualTo(draft.version() + 1);
        assertThat(all.order().lines())
                .extracting(line -> line.product() + " " + line.quantity())
                .containsExactly("MUG-002 5", "MUG-001 2", "LAN-001 3");
        refused(
                "order.changed",
                () -> ANNA.call(() -> shop.entry().copy(draft.number(), draft.version(), before.number())));

        shop.sell("LAN-001", false);
        try {
            OrderView next = shop.draft();
            CopiedOrder rest = ANNA.call(() -> shop.entry().copy(next.number(), next.version(), before.number()));
            assertThat(rest.notSold()).containsExactly(before.lines().get(2).name());
            assertThat(rest.order().lines()).hasSize(2);

            OrderView lantern = rest.order();
            for (int position : List.of(1, 2)) {
                OrderView seen = shop.now(before.number());
                ANNA.call(() -> shop.entry().remove(seen.number(), seen.version(), position));
            }
            refused(
                    "order.copy.nothing",
                    () -> ANNA.call(() -> shop.entry().copy(lantern.number(), lantern.version(), before.number())));
        } finally {
            shop.sell("LAN-001", true);
        }
    }

    @ParameterizedTest
    @EnumSource
    void onlyAnOrderOfTheSameChannelIsOrderedAgain(Database database) {
        Selling shop = new Selling(database);
        CustomerView customer = shop.somebody();
        OrderView british = EMILY.call(() -> shop.entry().start(new ChannelCode("UK"), customer.number(), null));
        OrderView german = shop.filled();
        Supplier<CopiedOrder> copy = () -> shop.entry().copy(german.number(), german.version(), british.number());
        refused("order.unknown", () -> ANNA.call(copy));
        refused("order.copy.channel", () -> MIRIAM.call(copy));
    }

    @ParameterizedTest
    @EnumSource
    void theVersionRisesByOneWithEveryCommandEvenWhenTheClockStandsStill(Database database) {
        Selling shop = new Selling(database);
        OrderView one = shop.draft();
        OrderView two = shop.add(one, "MUG-001", 1);
        OrderView three = shop.add(two, "MUG-001", 1);
        assertThat(List.of(two.version(), three.version())).containsExactly(one.version() + 1, one.version() + 2);
        assertThat(three.changedAt()).isAfter(two.changedAt());
        assertThat(shop.rows("select kind, order_version from order_event where order_id = (select id from"
                        + " sales_order where number = '" + one.number() + "') order by id"))
                .extracting(row -> row[0] + " " + row[1])
                .containsExactly(
                        "STARTED " + one.version(),
                        "LINE_ADDED " + two.version(),
                        "QUANTITY_CHANGED " + three.version());
    }

    @ParameterizedTest
    @EnumSource
    void theSecondWriterIsToldWhoChangedWhat(Database database) {
        Selling shop = new Selling(database);
        OrderView seen = shop.filled();
        shop.rooms().clock().forward(Duration.ofSeconds(20));
        Instant then = shop.rooms().clock().instant();
        LUKAS.call(() -> shop.entry().changeQuantity(seen.number(), seen.version(), 1, 5));

        Refusal refusal = Selling.refusal(
                () -> ANNA.call(() -> shop.entry().changeQuantity(seen.number(), seen.version(), 1, 3)));
        assertThat(refusal.key()).isEqualTo("order.changed");
        assertThat(refusal.arguments())
                .containsExactly(
                        "Lukas Weber",
                        OrderEventKind.QUANTITY_CHANGED.ordinal(),
                        "Steinzeugbecher 350 ml, blau",
                        "2",
                        "5",
                        then,
                        0);
        assertThat(shop.now(seen.number()).lines().get(0).quantity()).isEqualTo(5);

        OrderView now = shop.now(seen.number());
        LUKAS.call(() -> shop.entry().remove(now.number(), now.version(), 1));
        Refusal later = Selling.refusal(() -> ANNA.call(() -> shop.entry().remove(seen.number(), seen.version(), 1)));
        assertThat(later.arguments().get(1)).isEqualTo(OrderEventKind.LINE_REMOVED.ordinal());
        assertThat(later.arguments().get(6)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void eightThreadsLoseNoLine(Database database) throws Exception {
        Selling shop = new Selling(database);
        OrderNumber number = shop.draft().number();
        ProductNumber product = shop.product("MUG-001").number();
        Callable<Integer> fiveTimes = () -> ANNA.call(() -> {
            int refused = 0;
            for (int done = 0; done < 5; ) {
                OrderView seen = shop.entry().get(number);
                try {
                    shop.entry().add(number, seen.version(), product, 1);
                    done++;
                } catch (Refusal e) {
                    assertThat(e.key()).isEqualTo("order.changed");
                    refused++;
                }
            }
            return refused;
        });
        int refused = atOnce(8, fiveTimes).stream().mapToInt(Integer::intValue).sum();
        OrderView order = shop.now(number);
        assertThat(order.lines().get(0).quantity()).isEqualTo(40);
        assertThat(order.version()).isEqualTo(41);
        assertThat(refused).isPositive();
    }

    @ParameterizedTest
    @EnumSource
    void manyClicksAtOnceStartOneOrder(Database database) throws Exception {
        Selling shop = new Selling(database);
        CustomerView customer = shop.somebody();
        CallId call = new CallId(UUID.randomUUID());
        List<OrderView> started = atOnce(6, () -> ANNA.call(() -> shop.entry().start(DE, customer.number(), call)));
        assertThat(started)
                .extracting(OrderView::number)
                .containsOnly(started.get(0).number());
        assertThat(ANNA.call(() -> shop.rooms().get(OrderHistory.class).recent(customer.id(), 10)))
                .hasSize(1);
        OrderView other = ANNA.call(() -> shop.entry().start(DE, customer.number(), null));
        assertThat(other.number()).isNotEqualTo(started.get(0).number());
        assertThat(ANNA.call(() -> shop.entry().start(DE, customer.number(), null))
                        .number())
                .isEqualTo(other.number());
        assertThat(LUKAS.call(() -> shop.entry().start(DE, customer.number(), null))
                        .number())
                .isNotEqualTo(other.number());
    }

    @ParameterizedTest
    @EnumSource
    void aQuantityIsOneToNinetyNineHundredNinetyNine(Database database) {
        Selling shop = new Selling(database);
        OrderView order = shop.filled();
        ProductNumber product = shop.product("MUG-001").number();
        for (int quantity : new int[] {0, -1, 10_000, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            refused(
                    "order.quantity.range",
                    () -> ANNA.call(() -> shop.entry().add(order.number(), order.version(), product, quantity)));
            refused(
                    "order.quantity.range",
                    () -> ANNA.call(() -> shop.entry().changeQuantity(order.number(), order.version(), 1, quantity)));
        }
        refused(
                "order.quantity.range",
                () -> ANNA.call(() -> shop.entry().add(order.number(), order.version(), product, 9_998)));
        assertThat(shop.now(order.number())).isEqualTo(order);
        assertThat(ANNA.call(() -> shop.entry().changeQuantity(order.number(), order.version(), 1, 9_999))
                        .goods())
                .isEqualTo(Money.of("129487.05", "EUR"));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotThereIsRefusedInItsOwnWords(Database database) {
        Selling shop = new Selling(database);
        OrderView order = shop.filled();
        refused(
                "product.unknown",
                () -> ANNA.call(
                        () -> shop.entry().add(order.number(), order.version(), new ProductNumber("NO-SUCH"), 1)));
        refused("order.line.unknown", () -> ANNA.call(() -> shop.entry().remove(order.number(), order.version(), 9)));
        refused("order.unknown", () -> shop.now(new OrderNumber("DE99999999")));
        refused(
                "customer.unknown",
                () -> ANNA.call(() -> shop.entry().start(DE, new CustomerNumber("C9999999"), null)));
        refused(
                "channel.denied",
                () -> ANNA.call(() -> shop.entry().start(new ChannelCode("UK"), order.customer(), null)));
    }

    @ParameterizedTest
    @EnumSource
    void ordersOfOtherChannelsDoNotExist(Database database) {
        Selling shop = new Selling(database);
        OrderView order = shop.filled();
        refused("order.unknown", () -> EMILY.call(() -> shop.entry().get(order.number())));
        refused("order.unknown", () -> EMILY.call(() -> shop.entry().remove(order.number(), order.version(), 1)));
    }

    @ParameterizedTest
    @EnumSource
    void aDiscardedDraftStaysInTheHistoryAndIsNotEdited(Database database) {
        Selling shop = new Selling(database);
        CustomerView customer = shop.somebody();
        OrderView order = shop.add(shop.draft(customer), "MUG-001", 1);
        ANNA.run(() -> shop.entry().discard(order.number(), order.version()));
        List<OrderSummary> history =
                ANNA.call(() -> shop.rooms().get(OrderHistory.class).recent(customer.id(), 10));
        assertThat(history).extracting(OrderSummary::status).containsExactly(OrderStatus.CANCELLED);
        refused(
                "order.not-editable",
                () -> ANNA.call(() -> shop.entry().remove(order.number(), order.version() + 1, 1)));
        assertThat(ANNA.call(() -> shop.entry().start(DE, customer.number(), order.call()))
                        .number())
                .isNotEqualTo(order.number());
    }

    @ParameterizedTest
    @EnumSource
    void draftsAndHistoryAreOneStatementEach(Database database) {
        Selling shop = new Selling(database);
        CustomerView customer = shop.petersen();
        shop.rooms().clock().forward(Duration.ofMinutes(1));
        OrderView order = shop.add(shop.draft(customer), "MUG-001", 1);
        OrderHistory history = shop.rooms().get(OrderHistory.class);
        assertThat(ANNA.call(() -> history.recent(customer.id(), 10)))
                .hasSize(10)
                .first()
                .isEqualTo(new OrderSummary(
                        order.number(), OrderStatus.DRAFT, order.changedAt(), 1, order.total(), "Anna Petersen"));
        assertThat(ANNA.call(() -> shop.entry().drafts()))
                .first()
                .extracting(OrderSummary::number)
                .isEqualTo(order.number());
        assertThat(shop.rooms().database().statementsOf(() -> ANNA.call(() -> history.recent(customer.id(), 10))))
                .hasSize(1);
        assertThat(shop.rooms()
                        .database()
                        .statementsOf(() -> ANNA.call(() -> shop.entry().drafts())))
                .hasSize(1);
        ANNA.run(() -> shop.entry().discard(order.number(), order.version()));
    }

    @ParameterizedTest
    @EnumSource
    void statementsDoNotGrowWithTheLines(Database database) {
        Selling shop = new Selling(database);
        OrderView one = shop.add(shop.draft(), "MUG-001", 1);
        OrderView order = one;
        for (int i = 2; i <= 9; i++) {
            order = shop.add(order, "MUG-00" + i, 1);
        }
        OrderView nine = order;
        ProductNumber product = shop.product("MUG-010").number();
        assertThat(shop.rooms()
                        .database()
                        .statementsOf(
                                () -> ANNA.call(() -> shop.entry().add(nine.number(), nine.version(), product, 1))))
                .hasSizeLessThanOrEqualTo(12);
        assertThat(shop.rooms()
                        .database()
                        .statementsOf(() -> ANNA.call(() -> shop.entry().get(nine.number()))))
                .hasSizeLessThanOrEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource
    void everyChangeIsAnnounced(Database database) {
        Selling shop = new Selling(database);
        CustomerView customer = shop.somebody();
        OrderView order = shop.add(shop.draft(customer), "MUG-001", 1);
        assertThat(shop.rooms().events())
                .contains(new OrderChanged(
                        order.number(),
                        order.version(),
                        customer.id(),
                        "anna.schmidt",
                        order.call(),
                        OrderStatus.DRAFT,
                        "anna.schmidt",
                        Set.of(OrderEventKind.LINE_ADDED)));
    }

    private static <T> List<T> atOnce(int threads, Callable<T> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<T>> all = pool.invokeAll(
                    IntStream.range(0, threads).mapToObj(i -> work).toList());
            List<T> results = new ArrayList<>();
            for (Future<T> one : all) {
                results.add(one.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
