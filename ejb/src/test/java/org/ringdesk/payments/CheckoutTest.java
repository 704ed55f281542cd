package org.ringdesk.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringdesk.orders.Selling.ANNA;
import static org.ringdesk.orders.Selling.LUKAS;
import static org.ringdesk.orders.Selling.SYSTEM;
import static org.ringdesk.orders.Selling.refused;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ringdesk.orders.OrderChanged;
import org.ringdesk.orders.OrderStatus;
import org.ringdesk.orders.OrderView;
import org.ringdesk.orders.Selling;
import org.ringdesk.payments.gateway.Answer;
import org.ringdesk.payments.gateway.Card;
import org.ringdesk.payments.gateway.Charge;
import org.ringdesk.payments.gateway.Gateway;
import org.ringdesk.payments.gateway.Take;
import org.ringdesk.payments.gateway.stripe.StripeDouble;
import org.ringdesk.payments.gateway.stripe.StripeGateway;
import org.ringdesk.shared.Money;
import org.ringdesk.shared.Refusal;
import org.ringdesk.testing.Database;

/** From the recap to a placed order, with everything that can go wrong between, on both databases. */
class CheckoutTest {
    private static final Money MINUS_ONE = Money.of("-1", "EUR");

    @AfterEach
    void theGatewayWorksAgain() {
        for (Database database : Database.values()) {
            gateway(new Selling(database)).to(gateway(new Selling(database)).sandbox());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPaidOrderIsPlaced(Database database) {
        Selling shop = new Selling(database);
        OrderView order = shop.filled();
        Recap paid = card(shop, order, "tok_visa", order.total());
        assertThat(paid.balance().isZero()).isTrue();
        assertThat(paid.canBePlaced()).isTrue();
        assertThat(paid.payments())
                .extracting(p -> p.method() + " " + p.status() + " " + p.detail())
                .containsExactly("CARD NOT_SUBMITTED VISA •••• 4242");

        Recap placed = submit(shop, paid, UUID.randomUUID());
        assertThat(placed.order().status()).isEqualTo(OrderStatus.PLACED);
        assertThat(placed.order().placedAt()).isNotNull();
        assertThat(placed.order().problem()).isNull();
        assertThat(placed.payments()).extracting(PaymentView::status).containsExactly(PaymentStatus.AUTHORIZED);
        assertThat(charges(shop, order)).containsExactly("tok_visa APPROVED");
        assertThat(shop.rooms().events())
                .anySatisfy(e -> assertThat(e).isInstanceOfSatisfying(OrderChanged.class, c -> {
                    assertThat(c.number()).isEqualTo(order.number());
                    assertThat(c.status()).isEqualTo(OrderStatus.PLACED);
                }));
        refused(
                "order.not-editable",
                () -> ANNA.call(
                        () -> shop.entry().remove(order.number(), placed.order().version(), 1)));
        refused("order.not-editable", () -> card(shop, placed.order(), "tok_visa", order.total()));
        refused(
                "order.not-editable",
                () -> ANNA.call(() -> checkout(shop)
                        .remove(order.number(), placed.payments().get(0).id())));
    }

    @ParameterizedTest
    @EnumSource
    void tenClicksPlaceOnceAndChargeOnce(Database database) throws Exception {
        Selling shop = new Selling(database);
        Recap paid = card(shop, shop.filled(), "tok_visa");
        UUID key = UUID.randomUUID();
        List<Recap> results = atOnce(10, () -> submit(shop, paid, key));
        assertThat(results).allSatisfy(r -> assertThat(r.order().status()).isEqualTo(OrderStatus.PLACED));
        assertThat(charges(shop, paid.order())).containsExactly("tok_visa APPROVED");
        assertThat(events(shop, paid.order())).containsOnlyOnce("SUBMITTED").containsOnlyOnce("PLACED");
        assertThat(submit(shop, paid, key).order().status()).isEqualTo(OrderStatus.PLACED);
    }

    @ParameterizedTest
    @EnumSource
    void twoAgentsWithKeysOfTheirOwnPlaceOnce(Database database) throws Exception {
        Selling shop = new Selling(database);
        Recap paid = card(shop, shop.filled(), "tok_visa");
        Recap placed = submit(shop, paid, UUID.randomUUID());
        assertThat(placed.order().status()).isEqualTo(OrderStatus.PLACED);
        refused(
                "order.changed",
                () -> LUKAS.call(() -> checkout(shop)
                        .submit(paid.order().number(), paid.order().version(), UUID.randomUUID())));
        refused("order.not-editable", () -> submit(shop, placed, UUID.randomUUID()));
        assertThat(charges(shop, paid.order())).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void aKeyBelongsToOneOrder(Database database) {
        Selling shop = new Selling(database);
        UUID key = UUID.randomUUID();
        submit(shop, card(shop, shop.filled(), "tok_visa"), key);
        Recap other = card(shop, shop.filled(), "tok_visa");
        refused("order.submit.key", () -> submit(shop, other, key));
        assertThat(charges(shop, other.order())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void paymentsMustCoverTheTotalToTheCent(Database database) {
        Selling shop = new Selling(database);
        OrderView order = shop.filled();
        Money cent = Money.of("0.01", "EUR");
        refused("order.balance", () -> submit(shop, recap(shop, order), UUID.randomUUID()));
        Recap almost = card(shop, order, "tok_visa", order.total().minus(cent));
        assertThat(almost.balance()).isEqualTo(cent);
        refused("order.balance", () -> submit(shop, almost, UUID.randomUUID()));
        for (Money wrong : List.of(
                Money.zero(cent.currency()),
                MINUS_ONE,
                cent.plus(cent),
                new Money(new BigDecimal("0.005"), cent.currency()))) {
            refused("payment.amount.range", () -> card(shop, order, "tok_visa", wrong));
        }
        refused("payment.currency", () -> card(shop, order, "tok_visa", Money.of("0.01", "GBP")));
        Recap covered = check(shop, order, "000123", cent);
        assertThat(covered.balance().isZero()).isTrue();
        assertThat(submit(shop, covered, UUID.randomUUID()).order().status()).isEqualTo(OrderStatus.PLACED);
        assertThat(shop.rows("select status, amount from payment where order_id = " + id(shop, order)
                        + " order by position"))
                .extracting(row -> row[0])
                .containsExactly("AUTHORIZED", "POSTED");
    }

    @ParameterizedTest
    @EnumSource
    void aChangedDraftChangesTheBalance(Database database) {
        Selling shop = new Selling(database);
        Recap paid = card(shop, shop.filled(), "tok_visa");
        OrderView more = shop.add(paid.order(), "MUG-002", 1);
        Recap now = recap(shop, more);
        assertThat(now.balance()).isEqualTo(more.total().minus(paid.covered()));
        assertThat(now.canBePlaced()).isFalse();
        refused("order.balance", () -> submit(shop, now, UUID.randomUUID()));
        refused("order.changed", () -> submit(shop, paid, UUID.randomUUID()));
        Recap rest = card(shop, more, "tok_visa", now.balance());
        OrderView less = ANNA.call(
                () -> shop.entry().remove(rest.order().number(), rest.order().version(), 2));
        Recap over = recap(shop, less);
        assertThat(over.balance().amount().signum()).isNegative();
        refused("order.balance", () -> submit(shop, over, UUID.randomUUID()));
    }

    @ParameterizedTest
    @EnumSource
    void anEmptyOrderIsNotPlaced(Database database) {
        Selling shop = new Selling(database);
        refused("order.empty", () -> submit(shop, recap(shop, shop.draft()), UUID.randomUUID()));
    }

    @ParameterizedTest
    @EnumSource
    void afterADeclineAnotherPaymentIsTaken(Database database) {
        Selling shop = new Selling(database);
        Recap paid = card(shop, shop.filled(), "tok_declined");
        Recap declined = submit(shop, paid, UUID.randomUUID());
        assertThat(declined.order().status()).isEqualTo(OrderStatus.SUBMITTED);
        assertThat(declined.order().problem()).isEqualTo("payment-declined");
        assertThat(declined.payments()).extracting(PaymentView::status).containsExactly(PaymentStatus.DECLINED);
        assertThat(declined.balance()).isEqualTo(declined.order().total());
        refused("order.balance", () -> submit(shop, declined, UUID.randomUUID()));

        Recap without = ANNA.call(() -> checkout(shop)
                .remove(declined.order().number(), declined.payments().get(0).id()));
        assertThat(without.payments()).isEmpty();
        assertThat(without.order().status()).isEqualTo(OrderStatus.DRAFT);
        assertThat(without.order().problem()).isNull();
        Recap again = card(shop, without.order(), "tok_visa");
        assertThat(submit(shop, again, UUID.randomUUID()).order().status()).isEqualTo(OrderStatus.PLACED);
        assertThat(charges(shop, paid.order())).containsExactlyInAnyOrder("tok_declined DECLINED", "tok_visa APPROVED");
    }

    @ParameterizedTest
    @EnumSource
    void aDeclinedOrderIsEditedAndPaidWithoutRemovingFirst(Database database) {
        Selling shop = new Selling(database);
        Recap declined = submit(shop, card(shop, shop.filled(), "tok_declined"), UUID.randomUUID());
        OrderView more = shop.add(declined.order(), "MUG-002", 1);
        assertThat(more.status()).isEqualTo(OrderStatus.DRAFT);
        Recap placed = submit(shop, card(shop, more, "tok_visa"), UUID.randomUUID());
        assertThat(placed.order().status()).isEqualTo(OrderStatus.PLACED);
        assertThat(placed.payments())
                .extracting(PaymentView::status)
                .containsExactly(PaymentStatus.DECLINED, PaymentStatus.AUTHORIZED);
    }

    @ParameterizedTest
    @EnumSource
    void ofASplitPaymentTheApprovedPartStaysOrIsGivenBack(Database database) {
        Selling shop = new Selling(database);
        OrderView order = shop.filled();
        Money five = Money.of("5.00", "EUR");
        card(shop, order, "tok_visa", five);
        Recap split = card(shop, order, "tok_declined", order.total().minus(five));
        Recap declined = submit(shop, split, UUID.randomUUID());
        assertThat(declined.order().problem()).isEqualTo("payment-declined");
        assertThat(declined.balance()).isEqualTo(order.total().minus(five));

        Recap given = ANNA.call(() ->
                checkout(shop).remove(order.number(), declined.payments().get(0).id()));
        assertThat(given.payments()).extracting(PaymentView::status).containsExactly(PaymentStatus.DECLINED);
        assertThat(charges(shop, order))
                .containsExactlyInAnyOrder("tok_visa APPROVED", "tok_visa APPROVED", "tok_declined DECLINED");
        assertThat(shop.rows("select operation, 1 from sandbox_charge where idempotency_key like '%:cancel' and"
                        + " idempotency_key in (select idempotency_key || ':cancel' from payment where order_id = "
                        + id(shop, order) + ")"))
                .hasSize(1);
        Recap again = ANNA.call(() ->
                checkout(shop).remove(order.number(), declined.payments().get(0).id()));
        assertThat(again).isEqualTo(given);
    }

    @ParameterizedTest
    @EnumSource
    void aLostAnswerIsClearedUpAndChargedOnce(Database database) {
        Selling shop = new Selling(database);
        Recap paid = card(shop, shop.filled(), "tok_timeout");
        UUID key = UUID.randomUUID();
        Recap unknown = submit(shop, paid, key);
        assertThat(unknown.order().status()).isEqualTo(OrderStatus.SUBMITTED);
        assertThat(unknown.order().problem()).isEqualTo("payment-unknown");
        assertThat(unknown.payments()).extracting(PaymentView::status).containsExactly(PaymentStatus.UNKNOWN);
        assertThat(unknown.balance().isZero()).isTrue();
        assertThat(submit(shop, paid, key)).isEqualTo(unknown);
        refused("order.not-editable", () -> shop.add(unknown.order(), "MUG-002", 1));
        refused(
                "payment.pending",
                () -> ANNA.call(() -> checkout(shop)
                        .remove(
                                unknown.order().number(),
                                unknown.payments().get(0).id())));

        reconcile(shop);
        assertThat(recap(shop, unknown.order())).as("too early").isEqualTo(unknown);
        shop.rooms().clock().forward(Duration.ofSeconds(6));
        reconcile(shop);
        Recap placed = recap(shop, unknown.order());
        assertThat(placed.order().status()).isEqualTo(OrderStatus.PLACED);
        assertThat(placed.order().problem()).isNull();
        assertThat(charges(shop, paid.order())).containsExactly("tok_timeout APPROVED");
        assertThat(submit(shop, paid, key)).isEqualTo(placed);
        assertThat(shop.rows("select reconcile_at, 1 from payment where order_id = " + id(shop, paid.order())))
                .extracting(row -> row[0])
                .containsOnlyNulls();
    }

    @ParameterizedTest
    @EnumSource
    void aRequestThatNeverArrivedIsSentAgainUnderItsKey(Database database) {
        Selling shop = new Selling(database);
        Recap unknown = submit(shop, card(shop, shop.filled(), "tok_timeout_lost"), UUID.randomUUID());
        assertThat(unknown.order().problem()).isEqualTo("payment-unknown");
        assertThat(charges(shop, unknown.order())).isEmpty();
        shop.rooms().clock().forward(Duration.ofSeconds(6));
        reconcile(shop);
        assertThat(recap(shop, unknown.order()).order().status()).isEqualTo(OrderStatus.PLACED);
        assertThat(charges(shop, unknown.order())).containsExactly("tok_timeout_lost APPROVED");
    }

    @ParameterizedTest
    @EnumSource
    void aDeclineThatIsHeardLateOpensTheOrderAgain(Database database) {
        Selling shop = new Selling(database);
        Recap unknown = submit(shop, card(shop, shop.filled(), "tok_timeout_declined"), UUID.randomUUID());
        assertThat(unknown.order().problem()).isEqualTo("payment-unknown");
        shop.rooms().clock().forward(Duration.ofSeconds(6));
        reconcile(shop);
        Recap declined = recap(shop, unknown.order());
        assertThat(declined.order().problem()).isEqualTo("payment-declined");
        Recap again = card(shop, declined.order(), "tok_visa");
        assertThat(submit(shop, again, UUID.randomUUID()).order().status()).isEqualTo(OrderStatus.PLACED);
    }

    @ParameterizedTest
    @EnumSource
    void whatCouldNotBeSentIsPlacedWithTheNextClick(Database database) {
        Selling shop = new Selling(database);
        Recap unreachable = submit(shop, card(shop, shop.filled(), "tok_unreachable"), UUID.randomUUID());
        assertThat(unreachable.order().problem()).isEqualTo("payment-unreachable");
        assertThat(unreachable.payments()).extracting(PaymentView::status).containsExactly(PaymentStatus.NOT_SUBMITTED);
        gateway(shop).to(new Approving());
        Recap placed = submit(shop, unreachable, UUID.randomUUID());
        assertThat(placed.order().status()).isEqualTo(OrderStatus.PLACED);
    }

    @ParameterizedTest
    @EnumSource
    void aGatewayThatFailsHasGivenNoAnswer(Database database) {
        Selling shop = new Selling(database);
        Recap paid = card(shop, shop.filled(), "tok_visa");
        gateway(shop).to(new Failing());
        Recap unknown = submit(shop, paid, UUID.randomUUID());
        assertThat(unknown.order().problem()).isEqualTo("payment-unknown");
        shop.rooms().clock().forward(Duration.ofSeconds(6));
        reconcile(shop);
        assertThat(recap(shop, paid.order()).order().problem()).isEqualTo("payment-unknown");
        gateway(shop).to(gateway(shop).sandbox());
        reconcile(shop);
        assertThat(recap(shop, paid.order()).order().status())
                .as("waits longer")
                .isEqualTo(OrderStatus.SUBMITTED);
        shop.rooms().clock().forward(Duration.ofSeconds(11));
        reconcile(shop);
        assertThat(recap(shop, paid.order()).order().status()).isEqualTo(OrderStatus.PLACED);
        assertThat(charges(shop, paid.order())).containsExactly("tok_visa APPROVED");
    }

    /** The server dies at each point between the transactions; whoever comes next finishes it, charging once. */
    @ParameterizedTest
    @EnumSource
    void aCrashAtAnyPointLosesAndDoublesNothing(Database database) {
        Selling shop = new Selling(database);
        Submitting steps = shop.rooms().get(Submitting.class);
        GatewayDesk desk = shop.rooms().get(GatewayDesk.class);
        for (int survived = 0; survived < 3; survived++) {
            for (boolean clicked : new boolean[] {true, false}) {
                Recap paid = card(shop, shop.filled(), "tok_visa");
                UUID key = UUID.randomUUID();
                int steppedTo = survived;
                ANNA.run(() -> {
                    List<Submitting.Ask> asks =
                            steps.begin(paid.order().number(), paid.order().version(), key);
                    if (steppedTo == 1) {
                        gateway(shop).authorize(asks.get(0).charge());
                    } else if (steppedTo == 2) {
                        asks.forEach(desk::authorize);
                    }
                });
                if (clicked) {
                    submit(shop, paid, key);
                } else {
                    shop.rooms().clock().forward(Duration.ofSeconds(61));
                    reconcile(shop);
                }
                assertThat(recap(shop, paid.order()).order().status())
                        .as("survived %s, clicked again %s", survived, clicked)
                        .isEqualTo(OrderStatus.PLACED);
                assertThat(charges(shop, paid.order())).containsExactly("tok_visa APPROVED");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAccountPaysWithinItsLimit(Database database) {
        Selling shop = new Selling(database);
        OrderView order = shop.filled();
        refused("payment.account.denied", () -> onAccount(shop, order, order.total()));
        allowOnAccount(shop, order, "40");
        refused("payment.account.limit", () -> {
            OrderView big = ANNA.call(() -> shop.entry().changeQuantity(order.number(), order.version(), 1, 20));
            return onAccount(shop, big, big.total());
        });
        OrderView big = shop.now(order.number());
        OrderView small = ANNA.call(() -> shop.entry().changeQuantity(big.number(), big.version(), 1, 2));
        Recap placed = submit(shop, onAccount(shop, small, small.total()), UUID.randomUUID());
        assertThat(placed.order().status()).isEqualTo(OrderStatus.PLACED);
        assertThat(placed.payments()).extracting(PaymentView::status).containsExactly(PaymentStatus.POSTED);
    }

    @ParameterizedTest
    @EnumSource
    void twoOrdersDoNotSpendTheSameCredit(Database database) throws Exception {
        Selling shop = new Selling(database);
        var customer = shop.somebody();
        OrderView one = shop.add(shop.draft(customer), "MUG-001", 2);
        OrderView other = shop.add(shop.draft(customer), "MUG-001", 2);
        allowOnAccount(shop, one, one.total().amount().add(BigDecimal.TEN).toPlainString());
        List<Recap> paid = List.of(onAccount(shop, one, one.total()), onAccount(shop, other, other.total()));
        List<String> results = atOnce(List.of(() -> outcome(shop, paid.get(0)), () -> outcome(shop, paid.get(1))));
        assertThat(results).containsExactlyInAnyOrder("PLACED", "payment.account.limit");
    }

    private static String outcome(Selling shop, Recap paid) {
        try {
            return submit(shop, paid, UUID.randomUUID()).order().status().name();
        } catch (Refusal e) {
            return e.key();
        }
    }

    @ParameterizedTest
    @EnumSource
    void textsAreReadBeforeTheyAreKept(Database database) {
        Selling shop = new Selling(database);
        OrderView order = shop.filled();
        Money all = order.total();
        refused("payment.check.missing", () -> check(shop, order, " ", all));
        refused("payment.check.invalid", () -> check(shop, order, "12<script>", all));
        refused("payment.card.number", () -> check(shop, order, "4111 1111 1111 1111", all));
        refused("payment.card.number", () -> card(shop, order, "4111111111111111", all));
        refused("payment.token.invalid", () -> card(shop, order, "a b", all));
        refused("payment.token.invalid", () -> card(shop, order, "tok_of_no_card", all));
        gateway(shop).to(new Failing());
        refused("payment.gateway.away", () -> card(shop, order, "tok_visa", all));
        assertThat(recap(shop, order).payments()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatWasPaidForADiscardedOrderIsTakenBack(Database database) {
        Selling shop = new Selling(database);
        OrderView order = shop.filled();
        Money five = Money.of("5.00", "EUR");
        card(shop, order, "tok_visa", five);
        Recap declined =
                submit(shop, card(shop, order, "tok_declined", order.total().minus(five)), UUID.randomUUID());
        ANNA.run(() -> shop.entry().discard(order.number(), declined.order().version()));
        assertThat(statuses(shop, order)).containsExactly("VOIDING", "VOIDED");
        shop.rooms().clock().forward(Duration.ofSeconds(6));
        reconcile(shop);
        assertThat(statuses(shop, order)).containsExactly("VOIDED", "VOIDED");
    }

    @ParameterizedTest
    @EnumSource
    void recordingAPaymentRaisesTheVersionAndIsTold(Database database) {
        Selling shop = new Selling(database);
        OrderView seen = shop.filled();
        Recap paid = card(shop, seen, "tok_visa");
        assertThat(paid.order().version()).isEqualTo(seen.version() + 1);
        refused("order.changed", () -> shop.add(seen, "MUG-002", 1));
    }

    @ParameterizedTest
    @EnumSource
    void throughStripeTheMoneyIsAuthorizedOnceAndGivenBack(Database database) throws Exception {
        Selling shop = new Selling(database);
        try (StripeDouble stripe = new StripeDouble()) {
            gateway(shop).to(new StripeGateway(StripeDouble.SECRET, stripe.address(), Duration.ofMillis(500)));
            OrderView given = shop.filled();
            Money part = Money.of("5.00", "EUR");
            card(shop, given, "pm_card_visa", part);
            Recap split = card(shop, given, "pm_card_declined", given.total().minus(part));
            Recap declined = submit(shop, split, UUID.randomUUID());
            assertThat(declined.order().problem()).isEqualTo("payment-declined");
            assertThat(stripe.authorized()).containsExactly("500 eur");
            ANNA.call(() -> checkout(shop)
                    .remove(given.number(), declined.payments().get(0).id()));
            assertThat(stripe.authorized()).isEmpty();

            OrderView slow = shop.filled();
            UUID key = UUID.randomUUID();
            Recap paid = card(shop, slow, "pm_slow");
            assertThat(submit(shop, paid, key).order().problem()).isEqualTo("payment-unknown");
            shop.rooms().clock().forward(Duration.ofSeconds(6));
            reconcile(shop);
            assertThat(submit(shop, paid, key).order().status()).isEqualTo(OrderStatus.PLACED);
            assertThat(stripe.authorized()).hasSize(1);
        }
    }

    private static final class Failing implements Gateway {
        @Override
        public Optional<Card> card(String token) {
            throw new IllegalStateException("no");
        }

        @Override
        public boolean movesMoney() {
            return true;
        }

        @Override
        public Answer authorize(Charge charge) {
            throw new IllegalStateException("no");
        }

        @Override
        public Answer status(Charge charge) {
            throw new IllegalStateException("no");
        }

        @Override
        public Answer cancel(Charge charge, String reference) {
            throw new IllegalStateException("no");
        }

        @Override
        public Answer capture(Take take) {
            throw new IllegalStateException("no");
        }

        @Override
        public Answer refund(Take take) {
            throw new IllegalStateException("no");
        }
    }

    private static final class Approving implements Gateway {
        @Override
        public Optional<Card> card(String token) {
            return Optional.of(new Card("VISA", "4242"));
        }

        @Override
        public boolean movesMoney() {
            return true;
        }

        @Override
        public Answer authorize(Charge charge) {
            return new Answer.Approved("yes");
        }

        @Override
        public Answer status(Charge charge) {
            return new Answer.Approved("yes");
        }

        @Override
        public Answer cancel(Charge charge, String reference) {
            return new Answer.Approved("yes");
        }

        @Override
        public Answer capture(Take take) {
            return new Answer.Approved("yes");
        }

        @Override
        public Answer refund(Take take) {
            return new Answer.Approved("yes");
        }
    }

    private static Checkout checkout(Selling shop) {
        return shop.rooms().get(Checkout.class);
    }

    private static PaymentWiring.Switchable gateway(Selling shop) {
        return (PaymentWiring.Switchable) shop.rooms().get(Gateway.class);
    }

    private static Reconciler reconciler(Selling shop) {
        return shop.rooms().get(Reconciler.class);
    }

    private static void reconcile(Selling shop) {
        SYSTEM.run(() -> reconciler(shop).run());
    }

    private static Recap recap(Selling shop, OrderView order) {
        return ANNA.call(() -> checkout(shop).recap(order.number()));
    }

    private static Recap card(Selling shop, OrderView order, String token) {
        return card(shop, order, token, order.total());
    }

    private static Recap card(Selling shop, OrderView order, String token, Money amount) {
        return ANNA.call(() -> checkout(shop).payByCard(order.number(), token, amount));
    }

    private static Recap check(Selling shop, OrderView order, String number, Money amount) {
        return ANNA.call(() -> checkout(shop).payByCheck(order.number(), number, amount));
    }

    private static Recap onAccount(Selling shop, OrderView order, Money amount) {
        return ANNA.call(() -> checkout(shop).payOnAccount(order.number(), amount));
    }

    private static Recap submit(Selling shop, Recap recap, UUID key) {
        return ANNA.call(() ->
                checkout(shop).submit(recap.order().number(), recap.order().version(), key));
    }

    private static Object id(Selling shop, OrderView order) {
        return shop.rows("select id, 1 from sales_order where number = '" + order.number() + "'")
                .get(0)[0];
    }

    private static List<String> charges(Selling shop, OrderView order) {
        return shop
                .rows("select s.token, s.outcome from sandbox_charge s, payment p where p.order_id = " + id(shop, order)
                        + " and s.idempotency_key in (p.idempotency_key, p.idempotency_key || ':cancel')")
                .stream()
                .map(row -> row[0] + " " + row[1])
                .toList();
    }

    private static List<Object> events(Selling shop, OrderView order) {
        return shop.rows("select kind, 1 from order_event where order_id = " + id(shop, order)).stream()
                .map(row -> row[0])
                .toList();
    }

    private static List<Object> statuses(Selling shop, OrderView order) {
        return shop
                .rows("select status, 1 from payment where order_id = " + id(shop, order) + " order by position")
                .stream()
                .map(row -> row[0])
                .toList();
    }

    private static void allowOnAccount(Selling shop, OrderView order, String limit) {
        try (var connection = shop.rooms().database().plain().getConnection();
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("update customer set on_account = true, credit_limit = " + limit
                            + " where number = '" + order.customer() + "'"))
                    .isEqualTo(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> List<T> atOnce(int threads, Callable<T> work) throws Exception {
        return atOnce(IntStream.range(0, threads).mapToObj(i -> work).toList());
    }

    private static <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(work.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> one : pool.invokeAll(work)) {
                results.add(one.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
