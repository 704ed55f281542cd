package org.ringdesk.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ringdesk.orders.Selling.ANNA;
import static org.ringdesk.orders.Selling.EMILY;
import static org.ringdesk.orders.Selling.SYSTEM;
import static org.ringdesk.orders.Selling.refusal;
import static org.ringdesk.orders.Selling.refused;
import static org.ringdesk.testing.Caller.as;

import jakarta.ejb.EJBAccessException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ringdesk.administration.ChannelCode;
import org.ringdesk.orders.Fulfilment;
import org.ringdesk.orders.OrderChanges;
import org.ringdesk.orders.OrderHolds;
import org.ringdesk.orders.OrderNumber;
import org.ringdesk.orders.OrderStatus;
import org.ringdesk.orders.OrderStory;
import org.ringdesk.orders.OrderView;
import org.ringdesk.orders.Selling;
import org.ringdesk.orders.Shipped;
import org.ringdesk.payments.domain.WorkEntry;
import org.ringdesk.shared.Money;
import org.ringdesk.shared.Role;
import org.ringdesk.testing.Caller;
import org.ringdesk.testing.Database;

/** What waits for somebody, who has it, and what they do about it. */
class WorkQueuesTest {
    private static final Caller PETRA = as("petra.lindner", Role.SUPERVISOR);
    private static final Caller NIAMH = as("niamh.byrne", Role.AGENT, Role.WORK_QUEUES);
    private static final Caller WAREHOUSE = as("warehouse", Role.FULFILMENT);

    @ParameterizedTest
    @EnumSource
    void aDeclinedCardWaitsUntilTheOrderIsPlaced(Database database) {
        Selling shop = new Selling(database);
        OrderView order = shop.filled();
        Recap paid = card(shop, order, "tok_declined");
        assertThat(waits(shop, order)).isEmpty();
        Recap declined = submit(shop, paid.order());
        assertThat(waits(shop, order)).containsExactly("DECLINED DECLINED " + order.total());
        assertThat(entries(shop, order)).singleElement().satisfies(entry -> {
            assertThat(entry.customer()).isEqualTo(order.customerName());
            assertThat(entry.lastBy()).isEqualTo("Anna Schmidt");
            assertThat(entry.claimedBy()).isNull();
        });
        long payment = declined.payments().get(0).id();
        Recap without = ANNA.call(() -> checkout(shop).remove(order.number(), payment));
        assertThat(waits(shop, order)).isEmpty();
        submit(shop, card(shop, without.order(), "tok_visa").order());
        assertThat(waits(shop, order)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatNobodyKnowsIsAskedAgainAtOnce(Database database) {
        Selling shop = new Selling(database);
        OrderView order = shop.filled();
        submit(shop, card(shop, order, "tok_timeout").order());
        assertThat(waits(shop, order)).containsExactly("PENDING UNKNOWN " + order.total());
        NIAMH.run(() -> queues(shop).tryAgain(order.number()));
        SYSTEM.run(() -> shop.rooms().get(Reconciler.class).run());
        assertThat(shop.now(order.number()).status()).isEqualTo(OrderStatus.PLACED);
        assertThat(waits(shop, order)).isEmpty();
        refused("work.gone", () -> NIAMH.call(() -> queues(shop).tryAgain(order.number())));
    }

    @ParameterizedTest
    @EnumSource
    void anUnreachableGatewayIsSomebodysWorkToo(Database database) {
        Selling shop = new Selling(database);
        OrderView order = shop.filled();
        submit(shop, card(shop, order, "tok_unreachable").order());
        assertThat(waits(shop, order)).containsExactly("PENDING UNREACHABLE " + order.total());
        refused("work.nothing", () -> NIAMH.call(() -> queues(shop).tryAgain(order.number())));
    }

    @ParameterizedTest
    @EnumSource
    void aHeldOrderAndItsCheckWaitUntilItIsCleared(Database database) {
        Selling shop = new Selling(database);
        OrderView order = shop.filled();
        Recap paid = ANNA.call(() -> checkout(shop).payByCheck(order.number(), "4711", order.total()));
        OrderView held = ANNA.call(() -> shop.rooms()
                .get(OrderHolds.class)
                .hold(order.number(), paid.order().version(), "ADDRESS", "Which floor?"));
        assertThat(waits(shop, order))
                .containsExactlyInAnyOrder("CHECK CHECK " + order.total(), "HELD HELD " + order.total());
        assertThat(entries(shop, order))
                .filteredOn(e -> e.queue() == WorkQueue.HELD)
                .extracting(WorkView::detail)
                .containsExactly("Anschrift klären: Which floor?");
        PETRA.run(() -> {
            OrderHolds holds = shop.rooms().get(OrderHolds.class);
            holds.clear(
                    order.number(),
                    held.version(),
                    holds.holds(order.number()).get(0).id(),
                    "Third");
        });
        assertThat(waits(shop, order)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aRefusedCaptureIsTriedAgainOrSettledOtherwise(Database database) {
        Selling shop = new Selling(database);
        OrderView order = invoiced(shop, "tok_capture_declined");
        assertThat(waits(shop, order)).containsExactly("REFUSED CAPTURE " + order.total());
        assertThat(entries(shop, order).get(0).detail()).endsWith("card_declined");
        NIAMH.run(() -> queues(shop).tryAgain(order.number()));
        assertThat(waits(shop, order)).as("on its way").isEmpty();
        SYSTEM.run(() -> shop.rooms().get(Reconciler.class).run());
        assertThat(waits(shop, order)).as("refused again").containsExactly("REFUSED CAPTURE " + order.total());
        assertThat(NIAMH.call(() -> shop.rooms().get(OrderStory.class).events(order.number())))
                .extracting(e -> e.kind() + " " + e.who())
                .startsWith("MONEY_REFUSED system", "MONEY_WANTED_AGAIN Niamh Byrne", "MONEY_REFUSED system");

        assertThatThrownBy(() -> NIAMH.run(() -> queues(shop).settle(order.number(), WorkQueue.REFUSED, "x")))
                .isInstanceOf(EJBAccessException.class);
        refused("work.settle.reason", () -> settle(shop, order, WorkQueue.REFUSED, " "));
        refused("payment.card.number", () -> settle(shop, order, WorkQueue.REFUSED, "4111 1111 1111 1111"));
        refused("work.settle.not", () -> settle(shop, order, WorkQueue.HELD, "x"));
        NIAMH.run(() -> queues(shop).claim(order.number()));
        refused("work.claimed", () -> settle(shop, order, WorkQueue.REFUSED, "Paid by transfer"));
        NIAMH.run(() -> queues(shop).release(order.number()));
        settle(shop, order, WorkQueue.REFUSED, "Paid by transfer");
        assertThat(waits(shop, order)).isEmpty();
        refused("work.gone", () -> PETRA.call(() -> queues(shop).claim(order.number())));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsKeptOfACancelledOrderIsOutOfBalance(Database database) {
        Selling shop = new Selling(database);
        OrderView order = shop.filled();
        submit(shop, card(shop, order, "tok_visa").order());
        change(shop, "update sales_order set total = total + 3 where number = '" + order.number() + "'");
        OrderView now = shop.now(order.number());
        ANNA.call(() -> shop.rooms().get(OrderHolds.class).hold(now.number(), now.version(), "WISH", null));
        assertThat(waits(shop, order)).contains("BALANCE SHORT 3.00 EUR");
        change(shop, "update sales_order set total = total - 5 where number = '" + order.number() + "'");
        OrderView held = shop.now(order.number());
        ANNA.call(() -> shop.rooms().get(OrderHolds.class).hold(held.number(), held.version(), "ADDRESS", "x"));
        assertThat(waits(shop, order)).contains("BALANCE OVER 2.00 EUR");
        settle(shop, order, WorkQueue.BALANCE, "Goodwill");
        assertThat(waits(shop, order)).noneMatch(w -> w.startsWith("BALANCE"));
        OrderView last = shop.now(order.number());
        ANNA.call(() -> shop.rooms().get(OrderChanges.class).cancel(last.number(), last.version(), "No more"));
        assertThat(waits(shop, order)).as("all was given back").isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anInvoiceThatPaymentsDoNotCoverIsSeen(Database database) {
        Selling shop = new Selling(database);
        OrderView order = shop.filled();
        submit(shop, card(shop, order, "tok_visa").order());
        change(
                shop,
                "update order_line set total = total + 7 where order_id = (select id from sales_order where number = '"
                        + order.number() + "')");
        ship(shop, order.number());
        assertThat(waits(shop, order)).containsExactly("BALANCE UNCOVERED 7.00 EUR");
    }

    @ParameterizedTest
    @EnumSource
    void creditThatDoesNotReachIsDecidedBySomebody(Database database) {
        Selling shop = new Selling(database);
        OrderView order = shop.filled();
        change(
                shop,
                "update customer set on_account = true, credit_limit = 5 where number = '" + order.customer() + "'");
        refused(
                "payment.account.limit",
                () -> ANNA.call(() -> checkout(shop).payOnAccount(order.number(), order.total())));
        assertThat(waits(shop, order)).containsExactly("CREDIT LIMIT " + order.total());
        assertThat(entries(shop, order).get(0).detail()).isEqualTo("5.00 EUR");
        card(shop, order, "tok_visa");
        assertThat(waits(shop, order)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void oneHasItAndTheOtherIsToldWho(Database database) {
        Selling shop = new Selling(database);
        OrderView order = declined(shop);
        assertThat(NIAMH.call(() -> queues(shop).claim(order.number())))
                .singleElement()
                .matches(WorkView::mine);
        assertThat(refusal(() -> PETRA.call(() -> queues(shop).claim(order.number()))))
                .satisfies(r -> assertThat(r.key()).isEqualTo("work.claimed"))
                .satisfies(r -> assertThat(r.arguments()).contains("Niamh Byrne"));
        assertThat(entries(shop, order).get(0).claimedBy()).isEqualTo("Niamh Byrne");
        // what is not one's own is not let go
        PETRA.run(() -> queues(shop).release(order.number()));
        refused("work.claimed", () -> PETRA.call(() -> queues(shop).tryAgain(order.number())));
        shop.rooms().clock().forward(WorkEntry.CLAIM.plusSeconds(1));
        assertThat(entries(shop, order).get(0).claimedBy()).isNull();
        assertThat(PETRA.call(() -> queues(shop).claim(order.number()))).allMatch(WorkView::mine);
        assertThat(entries(shop, order).get(0).lastBy()).isEqualTo("Petra Lindner");
    }

    @ParameterizedTest
    @EnumSource
    void aQueueIsReadByChannelAgeAndPageInOneStatement(Database database) {
        Selling shop = new Selling(database);
        long before = PETRA.call(() -> queues(shop).counts(WorkFilter.ALL)).getOrDefault(WorkQueue.DECLINED, 0L);
        List<OrderNumber> orders = List.of(
                declined(shop).number(), declined(shop).number(), declined(shop).number());
        var filter = new WorkFilter(new ChannelCode("UK"), WorkAge.ANY);
        var counted = shop.rooms().database();
        assertThat(counted.statementsOf(() -> PETRA.call(() -> queues(shop).counts(WorkFilter.ALL))))
                .hasSize(1);
        assertThat(counted.statementsOf(
                        () -> PETRA.call(() -> queues(shop).list(WorkQueue.DECLINED, WorkFilter.ALL, 0))))
                .hasSize(1);
        assertThat(PETRA.call(() -> queues(shop).counts(WorkFilter.ALL))).containsEntry(WorkQueue.DECLINED, before + 3);
        assertThat(PETRA.call(() -> queues(shop).list(WorkQueue.DECLINED, WorkFilter.ALL, (int) before)))
                .extracting(WorkView::order)
                .containsExactlyElementsOf(orders);
        assertThat(PETRA.call(() -> queues(shop).list(WorkQueue.DECLINED, filter, 0)))
                .noneMatch(e -> orders.contains(e.order()));
        WorkFilter old = new WorkFilter(null, WorkAge.HOUR);
        assertThat(PETRA.call(() -> queues(shop).list(WorkQueue.DECLINED, old, 0)))
                .noneMatch(e -> orders.contains(e.order()));
        shop.rooms().clock().forward(Duration.ofHours(2));
        assertThat(PETRA.call(() -> queues(shop).list(WorkQueue.DECLINED, old, (int) before)))
                .extracting(WorkView::order)
                .containsAll(orders);
        assertThat(PETRA.call(() -> queues(shop).list(WorkQueue.DECLINED, WorkFilter.ALL, -1)))
                .hasSizeLessThanOrEqualTo(WorkQueues.PAGE);
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhoMayComesIn(Database database) {
        Selling shop = new Selling(database);
        OrderView order = declined(shop);
        for (Caller other : List.of(ANNA, WAREHOUSE, as("katrin.brandt", Role.ADMIN))) {
            assertThatThrownBy(() -> other.call(() -> queues(shop).counts(WorkFilter.ALL)))
                    .isInstanceOf(EJBAccessException.class);
            assertThatThrownBy(() -> other.call(() -> queues(shop).claim(order.number())))
                    .isInstanceOf(EJBAccessException.class);
        }
        Caller emily = as(EMILY.login(), Role.AGENT, Role.WORK_QUEUES);
        refused("order.unknown", () -> emily.call(() -> queues(shop).claim(order.number())));
        refused("order.unknown", () -> emily.call(() -> queues(shop).look(order.number())));
        assertThat(emily.call(() -> queues(shop).counts(new WorkFilter(new ChannelCode("DE"), WorkAge.ANY))))
                .isEqualTo(Map.of());
    }

    @ParameterizedTest
    @EnumSource
    void whatIsToleratedOfACheckIsNobodysWork(Database database) {
        Selling shop = new Selling(database);
        Money some = Money.of("0.10", "EUR");
        OrderView less = shop.filled();
        submit(shop, check(shop, less, less.total().minus(some)).order());
        assertThat(waits(shop, less)).isEmpty();
        OrderView more = shop.filled();
        submit(shop, check(shop, more, more.total().plus(some)).order());
        assertThat(waits(shop, more)).isEmpty();
        OrderView over = shop.filled();
        submit(
                shop,
                check(shop, over, over.total().plus(Money.of("5.00", "EUR"))).order());
        assertThat(waits(shop, over)).containsExactly("BALANCE OVER 5.00 EUR");
    }

    @ParameterizedTest
    @EnumSource
    void aLargeCheckWaitsByItself(Database database) {
        Selling shop = new Selling(database);
        OrderView order = shop.add(shop.draft(), "MUG-001", 40);
        submit(shop, check(shop, order, order.total()).order());
        assertThat(waits(shop, order))
                .containsExactlyInAnyOrder("CHECK CHECK " + order.total(), "HELD HELD " + order.total());
    }

    private static List<WorkView> entries(Selling shop, OrderView order) {
        return PETRA.call(() -> queues(shop).entries(order.number()));
    }

    private static List<String> waits(Selling shop, OrderView order) {
        return entries(shop, order).stream()
                .map(e -> e.queue() + " " + e.reason() + " " + e.amount())
                .toList();
    }

    private static boolean settle(Selling shop, OrderView order, WorkQueue queue, String why) {
        return PETRA.call(() -> {
            queues(shop).settle(order.number(), queue, why);
            return true;
        });
    }

    private static OrderView declined(Selling shop) {
        OrderView order = shop.filled();
        submit(shop, card(shop, order, "tok_declined").order());
        return order;
    }

    private static OrderView invoiced(Selling shop, String token) {
        OrderView order = shop.filled();
        submit(shop, card(shop, order, token).order());
        ship(shop, order.number());
        SYSTEM.run(() -> shop.rooms().get(Reconciler.class).run());
        return order;
    }

    private static void ship(Selling shop, OrderNumber number) {
        Fulfilment fulfilment = shop.rooms().get(Fulfilment.class);
        WAREHOUSE.run(() -> fulfilment.ship(number, new Shipped("P-1", null, null, Map.of(1, 2))));
        WAREHOUSE.run(() -> fulfilment.invoice(number, "R-1", Map.of()));
    }

    private static void change(Selling shop, String sql) {
        try (var connection = shop.rooms().database().plain().getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Recap check(Selling shop, OrderView order, Money amount) {
        return ANNA.call(() -> checkout(shop).payByCheck(order.number(), "4711", amount));
    }

    private static Recap card(Selling shop, OrderView order, String token) {
        return ANNA.call(() -> checkout(shop).payByCard(order.number(), token, order.total()));
    }

    private static Recap submit(Selling shop, OrderView order) {
        return ANNA.call(() -> checkout(shop).submit(order.number(), order.version(), UUID.randomUUID()));
    }

    private static Checkout checkout(Selling shop) {
        return shop.rooms().get(Checkout.class);
    }

    private static WorkQueues queues(Selling shop) {
        return shop.rooms().get(WorkQueues.class);
    }
}
