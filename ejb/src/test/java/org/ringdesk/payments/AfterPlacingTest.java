package org.ringdesk.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.ringdesk.orders.Selling.ANNA;
import static org.ringdesk.orders.Selling.EMILY;
import static org.ringdesk.orders.Selling.SYSTEM;
import static org.ringdesk.orders.Selling.refused;
import static org.ringdesk.testing.Caller.as;

import jakarta.ejb.EJBAccessException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ringdesk.orders.EventView;
import org.ringdesk.orders.Fulfilment;
import org.ringdesk.orders.LineStatus;
import org.ringdesk.orders.OrderChanges;
import org.ringdesk.orders.OrderHolds;
import org.ringdesk.orders.OrderNumber;
import org.ringdesk.orders.OrderStatus;
import org.ringdesk.orders.OrderStory;
import org.ringdesk.orders.OrderView;
import org.ringdesk.orders.Selling;
import org.ringdesk.orders.ShipmentView;
import org.ringdesk.orders.Shipped;
import org.ringdesk.payments.gateway.Answer;
import org.ringdesk.payments.gateway.Card;
import org.ringdesk.payments.gateway.Charge;
import org.ringdesk.payments.gateway.Gateway;
import org.ringdesk.payments.gateway.Take;
import org.ringdesk.shared.Money;
import org.ringdesk.shared.Role;
import org.ringdesk.testing.Caller;
import org.ringdesk.testing.Database;

/** What becomes of placed orders and their money: sent, invoiced, changed, cancelled. */
class AfterPlacingTest {
    private static final Caller SENIOR = as("miriam.vogel", Role.AGENT, Role.REFUNDS);
    private static final Caller WAREHOUSE = as("warehouse", Role.FULFILMENT);

    @AfterEach
    void theGatewayWorksAgain() {
        for (Database database : Database.values()) {
            gateway(new Selling(database)).to(gateway(new Selling(database)).sandbox());
        }
    }

    @ParameterizedTest
    @EnumSource
    void anOrderGoesItsWayAndItsMoneyIsTakenWhenItIsInvoiced(Database database) {
        Selling shop = new Selling(database);
        OrderNumber number = placed(shop, "tok_visa").number();
        WAREHOUSE.run(() -> fulfilment(shop).release(number, Set.of()));
        assertThat(shop.now(number).status()).isEqualTo(OrderStatus.RELEASED);
        WAREHOUSE.run(() -> fulfilment(shop).pick(number, Set.of()));
        assertThat(shop.now(number).status()).isEqualTo(OrderStatus.PICKED);
        Shipped parcel = new Shipped("P-1", "DHL", "JD0001", Map.of(1, 2, 2, 3));
        WAREHOUSE.run(() -> fulfilment(shop).ship(number, parcel));
        OrderView shipped = shop.now(number);
        assertThat(shipped.status()).isEqualTo(OrderStatus.SHIPPED);
        assertThat(taken(shop, number)).isEmpty();

        WAREHOUSE.run(() -> fulfilment(shop).invoice(number, "R-1", Map.of()));
        assertThat(shop.now(number).status()).isEqualTo(OrderStatus.INVOICED);
        assertThat(taken(shop, number)).as("only wished for").isEmpty();
        reconcile(shop);
        assertThat(taken(shop, number)).containsExactly("CAPTURE " + amount(shipped.total()));
        assertThat(recap(shop, number).payments())
                .extracting(PaymentView::status)
                .containsExactly(PaymentStatus.PAID);

        long version = shop.now(number).version();
        WAREHOUSE.run(() -> fulfilment(shop).ship(number, parcel));
        WAREHOUSE.run(() -> fulfilment(shop).invoice(number, "R-1", Map.of()));
        reconcile(shop);
        assertThat(shop.now(number).version())
                .as("news told again changes nothing")
                .isEqualTo(version);
        assertThat(taken(shop, number)).hasSize(1);
        assertThat(ANNA.call(() -> story(shop).shipments(number)))
                .extracting(ShipmentView::carrier, ShipmentView::tracking, ShipmentView::pieces)
                .containsExactly(tuple("DHL", "JD0001", Map.of(1, 2, 2, 3)));
        List<EventView> events = ANNA.call(() -> story(shop).events(number));
        assertThat(events)
                .extracting(e -> e.kind() + " " + e.who())
                .startsWith("MONEY_TAKEN system", "INVOICED warehouse", "SHIPPED warehouse", "SHIPPED warehouse")
                .endsWith("STARTED Anna Schmidt");
        assertThat(events.get(0).newValue()).isEqualTo(shipped.total().toString());
        assertThat(events.get(0).reason()).isEqualTo("R-1");
        assertThat(events.get(2).reason()).isEqualTo("DHL JD0001");
    }

    @ParameterizedTest
    @EnumSource
    void partOfItIsSentAndPaidAndTheRestWaitsOrIsCancelled(Database database) {
        Selling shop = new Selling(database);
        OrderView order = placed(shop, "tok_visa");
        OrderNumber number = order.number();
        WAREHOUSE.run(() -> fulfilment(shop).ship(number, new Shipped("P-1", null, null, Map.of(1, 2, 2, 1))));
        WAREHOUSE.run(() -> fulfilment(shop).backorder(number, Set.of(2)));
        OrderView waiting = shop.now(number);
        assertThat(waiting.status()).isEqualTo(OrderStatus.BACKORDERED);
        assertThat(waiting.lines())
                .extracting(OrderView.Line::status)
                .containsExactly(LineStatus.SHIPPED, LineStatus.BACKORDERED);
        assertThat(waiting.lines()).extracting(OrderView.Line::shipped).containsExactly(2, 1);
        WAREHOUSE.run(() -> fulfilment(shop).invoice(number, "R-1", Map.of()));
        reconcile(shop);
        Money first = sum(taken(shop, number));
        assertThat(first).isLessThan(order.total());
        assertThat(recap(shop, number).payments())
                .extracting(p -> p.status() + " " + p.captured())
                .containsExactly("AUTHORIZED " + first);

        OrderView less = ANNA.call(
                () -> changes(shop).cancelLine(number, shop.now(number).version(), 2, "Does not want to wait"));
        assertThat(less.status()).isEqualTo(OrderStatus.INVOICED);
        assertThat(less.due()).isEqualTo(first);
        assertThat(less.cancelled()).isEqualTo(order.total().minus(first));
        assertThat(recap(shop, number).balance().isZero()).isTrue();
        assertThat(recap(shop, number).payments())
                .extracting(p -> p.status() + " " + p.amount())
                .containsExactly("PAID " + first);
    }

    @ParameterizedTest
    @EnumSource
    void twoInvoicesTakeTheWholeToTheCent(Database database) {
        Selling shop = new Selling(database);
        OrderView order = placed(shop, "tok_visa");
        OrderNumber number = order.number();
        for (int i = 1; i <= 3; i++) {
            int parcel = i;
            Map<Integer, Integer> pieces = parcel < 3 ? Map.of(2, 1, 1, 1) : Map.of(2, 1);
            WAREHOUSE.run(() -> fulfilment(shop).ship(number, new Shipped("P-" + parcel, null, null, pieces)));
            WAREHOUSE.run(() -> fulfilment(shop).invoice(number, "R-" + parcel, Map.of()));
        }
        reconcile(shop);
        assertThat(taken(shop, number)).hasSize(3);
        assertThat(sum(taken(shop, number))).isEqualTo(order.total());
        assertThat(shop.now(number).status()).isEqualTo(OrderStatus.INVOICED);
    }

    @ParameterizedTest
    @EnumSource
    void moneyIsAskedForUntilItIsKnownToBeTakenAndTakenOnce(Database database) {
        Selling shop = new Selling(database);
        OrderView order = placed(shop, "tok_visa");
        gateway(shop).to(new Deaf(gateway(shop).sandbox()));
        shipAll(shop, order);
        WAREHOUSE.run(() -> fulfilment(shop).invoice(order.number(), "R-1", Map.of()));
        reconcile(shop);
        assertThat(taken(shop, order.number()))
                .as("taken, but the answer got lost")
                .hasSize(1);
        assertThat(recap(shop, order.number()).payments())
                .extracting(PaymentView::status)
                .containsExactly(PaymentStatus.AUTHORIZED);
        gateway(shop).to(gateway(shop).sandbox());
        shop.rooms().clock().forward(Duration.ofMinutes(1));
        reconcile(shop);
        assertThat(recap(shop, order.number()).payments())
                .extracting(PaymentView::status)
                .containsExactly(PaymentStatus.PAID);
        assertThat(taken(shop, order.number())).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void whatCannotBeTakenIsSaid(Database database) {
        Selling shop = new Selling(database);
        OrderView order = placed(shop, "tok_capture_declined");
        shipAll(shop, order);
        WAREHOUSE.run(() -> fulfilment(shop).invoice(order.number(), "R-9", Map.of()));
        reconcile(shop);
        EventView told = ANNA.call(() -> story(shop).events(order.number())).get(0);
        assertThat(told.kind()).hasToString("MONEY_REFUSED");
        assertThat(told.reason()).isEqualTo("R-9: card_declined");
        assertThat(recap(shop, order.number()).payments())
                .extracting(PaymentView::captured)
                .containsExactly(Money.zero(order.total().currency()));
    }

    @ParameterizedTest
    @EnumSource
    void aPlacedOrderIsChangedPaidAndPlacedAgain(Database database) {
        Selling shop = new Selling(database);
        OrderView order = placed(shop, "tok_visa");
        OrderView open = ANNA.call(() -> changes(shop).change(order.number(), order.version(), "One more"));
        assertThat(open.status()).isEqualTo(OrderStatus.DRAFT);
        assertThat(open.changing()).isTrue();
        stopped(shop, order.number());
        OrderView more = shop.add(open, "MUG-001", 1);
        Money owed = recap(shop, order.number()).balance();
        assertThat(owed).isEqualTo(more.total().minus(order.total()));
        refused("order.balance", () -> submit(shop, more));
        Recap paid = ANNA.call(() -> checkout(shop).payByCard(order.number(), "tok_mastercard", owed));
        Recap again = submit(shop, paid.order());
        assertThat(again.order().status()).isEqualTo(OrderStatus.PLACED);
        assertThat(again.order().changing()).isFalse();
        assertThat(again.order().placedAt()).isEqualTo(order.placedAt());
        assertThat(again.payments())
                .extracting(PaymentView::status)
                .containsExactly(PaymentStatus.AUTHORIZED, PaymentStatus.AUTHORIZED);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsTooMuchAfterAChangeIsGivenUpOfTheLastPaymentFirst(Database database) {
        Selling shop = new Selling(database);
        OrderView filled = shop.add(shop.filled(), "MUG-002", 3);
        Money ten = Money.of("10.00", "EUR");
        ANNA.call(() -> checkout(shop)
                .payByCard(filled.number(), "tok_visa", filled.total().minus(ten)));
        Recap both = ANNA.call(() -> checkout(shop).payByCheck(filled.number(), "77", ten));
        OrderView order = submit(shop, both.order()).order();
        OrderView open = ANNA.call(() -> changes(shop).change(order.number(), order.version(), "Fewer"));
        OrderView less = ANNA.call(() -> shop.entry().remove(order.number(), open.version(), 2));
        Recap over = recap(shop, order.number());
        assertThat(over.balance().isPositive()).isFalse();
        assertThat(over.canBePlaced()).isTrue();
        Recap placed = submit(shop, less);
        assertThat(placed.order().status()).isEqualTo(OrderStatus.PLACED);
        assertThat(placed.balance().isZero()).isTrue();
        assertThat(placed.payments())
                .extracting(p -> p.method() + " " + p.amount())
                .containsExactly("CARD " + less.total());

        shipAll(shop, placed.order());
        WAREHOUSE.run(() -> fulfilment(shop).invoice(order.number(), "R-1", Map.of()));
        reconcile(shop);
        assertThat(sum(taken(shop, order.number())))
                .as("less than was authorized")
                .isEqualTo(less.total());
    }

    @ParameterizedTest
    @EnumSource
    void aPaymentThatIsNotNeededAfterAllIsNeverAskedFor(Database database) {
        Selling shop = new Selling(database);
        OrderView order = placed(shop, "tok_visa");
        OrderView open = ANNA.call(() -> changes(shop).change(order.number(), order.version(), "One more"));
        OrderView more = shop.add(open, "MUG-001", 1);
        Money owed = recap(shop, order.number()).balance();
        Recap paid = ANNA.call(() -> checkout(shop).payByCard(order.number(), "tok_declined", owed));
        OrderView less = ANNA.call(
                () -> shop.entry().changeQuantity(order.number(), paid.order().version(), 1, 2));
        assertThat(less.total()).isEqualTo(order.total());
        assertThat(more.total()).isGreaterThan(order.total());
        Recap again = submit(shop, less);
        assertThat(again.order().status()).isEqualTo(OrderStatus.PLACED);
        assertThat(again.payments())
                .extracting(p -> p.status() + " " + p.amount())
                .containsExactly("AUTHORIZED " + order.total());
    }

    @ParameterizedTest
    @EnumSource
    void aCancelledOrderGivesBackItsMoney(Database database) {
        Selling shop = new Selling(database);
        OrderView order = placed(shop, "tok_visa");
        refused(
                "order.reason.missing",
                () -> ANNA.call(() -> changes(shop).cancel(order.number(), order.version(), " ")));
        OrderView cancelled =
                ANNA.call(() -> changes(shop).cancel(order.number(), order.version(), "Changed their mind"));
        assertThat(cancelled.status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(cancelled.lines()).extracting(OrderView.Line::status).containsOnly(LineStatus.CANCELLED);
        assertThat(cancelled.due().isZero()).isTrue();
        shop.rooms().clock().forward(Duration.ofMinutes(1));
        reconcile(shop);
        assertThat(recap(shop, order.number()).payments()).as("voided").isEmpty();
        EventView told = ANNA.call(() -> story(shop).events(order.number())).get(0);
        assertThat(told.kind()).hasToString("CANCELLED");
        assertThat(told.reason()).isEqualTo("Changed their mind");
        stopped(shop, order.number());
    }

    @ParameterizedTest
    @EnumSource
    void onceTheWarehouseHasItNothingIsChanged(Database database) {
        Selling shop = new Selling(database);
        OrderView order = placed(shop, "tok_visa");
        WAREHOUSE.run(() -> fulfilment(shop).release(order.number(), Set.of(1)));
        OrderView begun = shop.now(order.number());
        assertThat(begun.status()).as("one line is not released").isEqualTo(OrderStatus.PLACED);
        refused("order.change.late", () -> ANNA.call(() -> changes(shop).change(order.number(), begun.version(), "x")));
        refused("order.change.late", () -> ANNA.call(() -> changes(shop).cancel(order.number(), begun.version(), "x")));
        refused(
                "order.change.late",
                () -> ANNA.call(() -> changes(shop).cancelLine(order.number(), begun.version(), 1, "x")));
        OrderView less = ANNA.call(() -> changes(shop).cancelLine(order.number(), begun.version(), 2, "Too many"));
        assertThat(less.status()).isEqualTo(OrderStatus.RELEASED);
        assertThat(recap(shop, order.number()).balance().isZero()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aHeldOrderIsNotSentAndGoesOnWhereItWas(Database database) {
        Selling shop = new Selling(database);
        OrderView order = placed(shop, "tok_visa");
        WAREHOUSE.run(() -> fulfilment(shop).pick(order.number(), Set.of()));
        OrderView picked = shop.now(order.number());
        OrderHolds holds = shop.rooms().get(OrderHolds.class);
        OrderView held = ANNA.call(() -> holds.hold(order.number(), picked.version(), "WISH", null));
        stopped(shop, order.number());
        long hold = ANNA.call(() -> holds.holds(order.number())).get(0).id();
        assertThat(ANNA.call(() -> holds.clear(order.number(), held.version(), hold, null))
                        .status())
                .isEqualTo(OrderStatus.PICKED);
        shipAll(shop, order);
        refused(
                "order.not-editable",
                () -> ANNA.call(() ->
                        holds.hold(order.number(), shop.now(order.number()).version(), "WISH", null)));
    }

    @ParameterizedTest
    @EnumSource
    void nonsenseFromTheWarehouseIsRefused(Database database) {
        Selling shop = new Selling(database);
        OrderView order = placed(shop, "tok_visa");
        for (Map<Integer, Integer> wrong : List.of(Map.<Integer, Integer>of(), Map.of(1, 3), Map.of(1, 0))) {
            refused("fulfilment.pieces", () -> ship(shop, order.number(), wrong));
        }
        refused("order.line.unknown", () -> ship(shop, order.number(), Map.of(9, 1)));
        refused("fulfilment.text", () -> new Shipped("no spaces", null, null, Map.of(1, 1)));
        refused(
                "fulfilment.pieces",
                () -> WAREHOUSE.call(() -> {
                    fulfilment(shop).invoice(order.number(), "R-1", Map.of());
                    return 1;
                }));
        refused("order.unknown", () -> ship(shop, new OrderNumber("DE99999999"), Map.of(1, 1)));
        shipAll(shop, order);
        refused(
                "fulfilment.move",
                () -> WAREHOUSE.call(() -> {
                    fulfilment(shop).pick(order.number(), Set.of(1));
                    return 1;
                }));
        assertThatThrownBy(() -> ANNA.run(() -> fulfilment(shop).release(order.number(), Set.of())))
                .isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> WAREHOUSE.call(() -> changes(shop).cancel(order.number(), 1, "x")))
                .isInstanceOf(EJBAccessException.class);
        refused("order.unknown", () -> EMILY.call(() -> changes(shop).cancel(order.number(), 1, "x")));
        refused("order.unknown", () -> EMILY.call(() -> story(shop).events(order.number())));
    }

    @ParameterizedTest
    @EnumSource
    void whatWasTakenIsGivenBackTheWayItCame(Database database) {
        Selling shop = new Selling(database);
        OrderView filled = shop.add(shop.filled(), "MUG-002", 3);
        Money ten = Money.of("10.00", "EUR");
        ANNA.call(() -> checkout(shop)
                .payByCard(filled.number(), "tok_visa", filled.total().minus(ten)));
        Recap both = ANNA.call(() -> checkout(shop).payByCheck(filled.number(), "78", ten));
        OrderView order = submit(shop, both.order()).order();
        shipAll(shop, order);
        WAREHOUSE.run(() -> fulfilment(shop).invoice(order.number(), "R-1", Map.of()));
        reconcile(shop);

        refused("payment.refund.denied", () -> ANNA.call(() -> refund(shop, order.number(), "1.00", "Late")));
        refused("payment.refund.reason", () -> SENIOR.call(() -> refund(shop, order.number(), "1.00", " ")));
        for (String wrong : List.of("0", "-1", "1.001", amount(order.total().plus(ten)))) {
            refused("payment.refund.range", () -> SENIOR.call(() -> refund(shop, order.number(), wrong, "Late")));
        }
        Recap given = SENIOR.call(() -> refund(shop, order.number(), "12.50", "Late"));
        assertThat(given.payments())
                .extracting(p -> p.method() + " " + p.refunded())
                .containsExactly("CARD 2.50 EUR", "CHECK 10.00 EUR");
        assertThat(taken(shop, order.number())).as("only wished for").hasSize(1);
        reconcile(shop);
        reconcile(shop);
        assertThat(taken(shop, order.number())).hasSize(2).contains("REFUND 2.50");
        Money rest = recap(shop, order.number()).refundable();
        assertThat(rest).isEqualTo(order.total().minus(Money.of("12.50", "EUR")));
        refused(
                "payment.refund.range",
                () -> SENIOR.call(
                        () -> refund(shop, order.number(), amount(rest.plus(Money.of("0.01", "EUR"))), "Late")));
        assertThat(ANNA.call(() -> story(shop).events(order.number())))
                .extracting(e -> e.kind() + " " + e.newValue() + " " + e.reason())
                .startsWith(
                        "MONEY_GIVEN_BACK 2.50 EUR Late",
                        "REFUND_WANTED 2.50 EUR Late",
                        "MONEY_GIVEN_BACK 10.00 EUR Late");
    }

    private static Recap refund(Selling shop, OrderNumber number, String amount, String reason) {
        return shop.rooms()
                .get(Refunds.class)
                .refund(number, shop.entry().get(number).version(), new BigDecimal(amount), reason);
    }

    private static OrderView placed(Selling shop, String token) {
        OrderView order = shop.add(shop.filled(), "MUG-002", 3);
        Recap paid = ANNA.call(() -> checkout(shop).payByCard(order.number(), token, order.total()));
        OrderView placed = submit(shop, paid.order()).order();
        assertThat(placed.status()).isEqualTo(OrderStatus.PLACED);
        return placed;
    }

    private static void shipAll(Selling shop, OrderView order) {
        ship(
                shop,
                order.number(),
                order.lines().stream().collect(Collectors.toMap(OrderView.Line::position, OrderView.Line::quantity)));
    }

    private static boolean ship(Selling shop, OrderNumber number, Map<Integer, Integer> pieces) {
        return WAREHOUSE.call(() -> {
            fulfilment(shop).ship(number, new Shipped("P-" + UUID.randomUUID(), null, null, pieces));
            return true;
        });
    }

    private static void stopped(Selling shop, OrderNumber number) {
        refused("fulfilment.stopped", () -> ship(shop, number, Map.of(1, 1)));
    }

    /** What the sandbox's books say of the order's money. */
    private static List<String> taken(Selling shop, OrderNumber number) {
        return shop
                .rows(
                        "select c.operation, c.amount from sandbox_charge c join payment p on p.idempotency_key = c.of_key"
                                + " join sales_order o on o.id = p.order_id where c.outcome = 'APPROVED' and o.number = '"
                                + number + "' order by c.at")
                .stream()
                .map(row -> row[0] + " " + new BigDecimal(row[1].toString()).setScale(2))
                .toList();
    }

    private static Money sum(List<String> taken) {
        return taken.stream().map(t -> Money.of(t.split(" ")[1], "EUR")).reduce(Money.of("0", "EUR"), Money::plus);
    }

    private static String amount(Money money) {
        return money.amount().toPlainString();
    }

    /** Does what it is asked, and nobody hears. */
    private static final class Deaf implements Gateway {
        private final Gateway real;

        Deaf(Gateway real) {
            this.real = real;
        }

        @Override
        public Optional<Card> card(String token) {
            return real.card(token);
        }

        @Override
        public boolean movesMoney() {
            return false;
        }

        @Override
        public Answer authorize(Charge charge) {
            return lost(real.authorize(charge));
        }

        @Override
        public Answer status(Charge charge) {
            return real.status(charge);
        }

        @Override
        public Answer cancel(Charge charge, String reference) {
            return lost(real.cancel(charge, reference));
        }

        @Override
        public Answer capture(Take take) {
            return lost(real.capture(take));
        }

        @Override
        public Answer refund(Take take) {
            return lost(real.refund(take));
        }

        private static Answer lost(Answer unheard) {
            return new Answer.Unknown("lost");
        }
    }

    private static Fulfilment fulfilment(Selling shop) {
        return shop.rooms().get(Fulfilment.class);
    }

    private static OrderChanges changes(Selling shop) {
        return shop.rooms().get(OrderChanges.class);
    }

    private static OrderStory story(Selling shop) {
        return shop.rooms().get(OrderStory.class);
    }

    private static Checkout checkout(Selling shop) {
        return shop.rooms().get(Checkout.class);
    }

    private static PaymentWiring.Switchable gateway(Selling shop) {
        return (PaymentWiring.Switchable) shop.rooms().get(Gateway.class);
    }

    private static void reconcile(Selling shop) {
        SYSTEM.run(() -> shop.rooms().get(Reconciler.class).run());
    }

    private static Recap recap(Selling shop, OrderNumber number) {
        return ANNA.call(() -> checkout(shop).recap(number));
    }

    private static Recap submit(Selling shop, OrderView order) {
        return ANNA.call(() -> checkout(shop).submit(order.number(), order.version(), UUID.randomUUID()));
    }
}
