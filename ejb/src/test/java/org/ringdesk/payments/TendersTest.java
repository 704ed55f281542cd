package org.ringdesk.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ringdesk.orders.Selling.ANNA;
import static org.ringdesk.orders.Selling.DE;
import static org.ringdesk.orders.Selling.SYSTEM;
import static org.ringdesk.orders.Selling.refused;
import static org.ringdesk.testing.Caller.as;

import jakarta.ejb.EJBAccessException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ringdesk.administration.RuleChange;
import org.ringdesk.administration.TenderRule;
import org.ringdesk.administration.TenderRules;
import org.ringdesk.orders.Fulfilment;
import org.ringdesk.orders.HoldTimer;
import org.ringdesk.orders.HoldView;
import org.ringdesk.orders.OrderChanges;
import org.ringdesk.orders.OrderHolds;
import org.ringdesk.orders.OrderNumber;
import org.ringdesk.orders.OrderStatus;
import org.ringdesk.orders.OrderView;
import org.ringdesk.orders.Selling;
import org.ringdesk.orders.Shipped;
import org.ringdesk.shared.Money;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;
import org.ringdesk.testing.Caller;
import org.ringdesk.testing.Database;

/** Checks, shares, gift cards and transfers, from the recap until their money is certain; the demo's rules count. */
class TendersTest {
    private static final Caller SENIOR = as("miriam.vogel", Role.AGENT, Role.REFUNDS, Role.HOLDS);
    private static final Caller WAREHOUSE = as("warehouse", Role.FULFILMENT);
    private static final Caller KATRIN = as("katrin.brandt", Role.ADMIN);
    private static final Money CENT = Money.of("0.01", "EUR");

    @ParameterizedTest
    @EnumSource
    void aLittleMayBeMissingWhereACheckIsAmongThePayments(Database database) {
        Selling shop = new Selling(database);
        OrderView order = shop.filled();
        Money tolerated =
                ANNA.call(() -> shop.rooms().get(TenderRules.class).of(DE)).tolerated(order.total());
        assertThat(tolerated).isGreaterThan(CENT).isLessThanOrEqualTo(Money.of("1.00", "EUR"));
        Recap less = check(shop, order, order.total().minus(tolerated).minus(CENT));
        assertThat(less.difference()).isEqualTo(Difference.OWING);
        refused("order.balance", () -> submit(shop, less));
        take(shop, less);
        Recap enough = check(shop, order, order.total().minus(tolerated));
        assertThat(enough.difference()).isEqualTo(Difference.SHORT_TOLERATED);
        assertThat(enough.balance()).isEqualTo(tolerated);
        Recap placed = submit(shop, enough);
        assertThat(placed.order().status()).isEqualTo(OrderStatus.PLACED);
        assertThat(placed.difference()).isEqualTo(Difference.SHORT_TOLERATED);

        OrderView other = shop.filled();
        Recap card = ANNA.call(() -> checkout(shop)
                .payByCard(other.number(), "tok_visa", other.total().minus(CENT)));
        assertThat(card.difference()).isEqualTo(Difference.OWING);
        refused("order.balance", () -> submit(shop, card));
    }

    @ParameterizedTest
    @EnumSource
    void whatACheckIsTooMuchIsGivenBackAndNoMore(Database database) {
        Selling shop = new Selling(database);
        OrderView order = shop.filled();
        Money five = Money.of("5.00", "EUR");
        Recap over = check(shop, order, order.total().plus(five));
        assertThat(over.difference()).isEqualTo(Difference.OVERPAID);
        assertThat(over.refundable().isZero()).as("not before it is placed").isTrue();
        Recap placed = submit(shop, over);
        assertThat(placed.order().status()).isEqualTo(OrderStatus.PLACED);
        assertThat(placed.refundable()).isEqualTo(five);
        refused("payment.refund.range", () -> SENIOR.call(() -> refund(shop, order.number(), five.plus(CENT), null)));
        Recap given = SENIOR.call(() -> refund(shop, order.number(), five, null));
        assertThat(given.difference()).isEqualTo(Difference.NONE);
        assertThat(given.refundable().isZero()).isTrue();
        assertThat(shop
                        .rows("select b.tender, b.amount from money_back b join payment p on p.id = b.payment_id"
                                + " where p.order_id = " + id(shop, order.number()))
                        .stream()
                        .map(r -> r[0] + " " + new BigDecimal(r[1].toString()).setScale(2)))
                .containsExactly("CHECK 5.00");
    }

    @ParameterizedTest
    @EnumSource
    void aLittleTooMuchByCheckIsTolerated(Database database) {
        Selling shop = new Selling(database);
        OrderView order = shop.filled();
        Recap over = check(shop, order, order.total().plus(CENT));
        assertThat(over.difference()).isEqualTo(Difference.OVER_TOLERATED);
        assertThat(submit(shop, over).order().status()).isEqualTo(OrderStatus.PLACED);
        OrderView card = shop.filled();
        refused(
                "payment.amount.range",
                () -> ANNA.call(() -> checkout(shop)
                        .payByCard(card.number(), "tok_visa", card.total().plus(CENT))));
    }

    @ParameterizedTest
    @EnumSource
    void aLargeCheckHoldsTheOrderUntilItsTimeIsOver(Database database) {
        Selling shop = new Selling(database);
        OrderView order = large(shop);
        Recap placed = submit(shop, check(shop, order, order.total()));
        assertThat(placed.order().status()).isEqualTo(OrderStatus.ON_HOLD);
        assertThat(placed.order().placedAt()).isNotNull();
        HoldView hold = hold(shop, order.number());
        assertThat(hold.label()).isEqualTo("Scheck noch nicht eingelöst");
        assertThat(hold.lapsesAt()).isEqualTo(hold.heldAt().plus(Duration.ofDays(10)));
        assertThat(hold.mayClear()).isFalse();
        stopped(shop, order.number());
        time(shop);
        stopped(shop, order.number());
        shop.rooms().clock().forward(Duration.ofDays(10).plusSeconds(1));
        time(shop);
        long version = shop.now(order.number()).version();
        assertThat(shop.now(order.number()).status()).isEqualTo(OrderStatus.PLACED);
        time(shop);
        assertThat(shop.now(order.number()).version()).as("once").isEqualTo(version);
        WAREHOUSE.run(() -> fulfilment(shop).release(order.number(), Set.of()));

        OrderView cleared = large(shop);
        submit(shop, check(shop, cleared, cleared.total()));
        SENIOR.run(() -> clear(shop, cleared.number()));
        assertThat(shop.now(cleared.number()).status()).isEqualTo(OrderStatus.PLACED);
        OrderView open = ANNA.call(() -> shop.rooms()
                .get(OrderChanges.class)
                .change(cleared.number(), shop.now(cleared.number()).version(), "One more"));
        OrderView more = shop.add(open, "MUG-002", 1);
        Recap again = ANNA.call(() -> checkout(shop)
                .payByCard(more.number(), "tok_visa", recap(shop, more.number()).balance()));
        assertThat(submit(shop, again).order().status())
                .as("it was waited for already")
                .isEqualTo(OrderStatus.PLACED);
    }

    @ParameterizedTest
    @EnumSource
    void aCheckThatComesBackHoldsTheOrderUntilItIsPaidOtherwise(Database database) {
        Selling shop = new Selling(database);
        OrderView order = shop.filled();
        Recap placed = submit(shop, check(shop, order, order.total()));
        assertThat(placed.order().status()).isEqualTo(OrderStatus.PLACED);
        long check = placed.payments().get(0).id();
        refused("payment.told.denied", () -> ANNA.call(() -> bounced(shop, order, check, "No funds")));
        refused("payment.bounce.reason", () -> SENIOR.call(() -> bounced(shop, order, check, " ")));
        refused("payment.card.number", () -> SENIOR.call(() -> bounced(shop, order, check, "4111111111111111")));
        Recap owing = SENIOR.call(() -> bounced(shop, order, check, "No funds"));
        assertThat(owing.order().status()).isEqualTo(OrderStatus.ON_HOLD);
        assertThat(owing.payments()).extracting(PaymentView::status).containsExactly(PaymentStatus.DECLINED);
        assertThat(owing.isOwing()).isTrue();
        assertThat(owing.balance()).isEqualTo(order.total());
        assertThat(hold(shop, order.number()).reason()).isEqualTo("No funds");
        assertThat(WAREHOUSE
                        .call(() -> bouncedByBank(shop, order, check))
                        .order()
                        .version())
                .as("told again")
                .isEqualTo(owing.order().version());
        stopped(shop, order.number());
        refused("order.hold.unpaid", () -> SENIOR.call(() -> clear(shop, order.number())));

        Recap declined = ANNA.call(() -> checkout(shop).payByCard(order.number(), "tok_declined", order.total()));
        assertThat(declined.isOwing()).isTrue();
        refused("order.hold.unpaid", () -> SENIOR.call(() -> clear(shop, order.number())));
        Recap paid = ANNA.call(() -> checkout(shop).payByCard(order.number(), "tok_visa", order.total()));
        assertThat(paid.payments().get(2).status()).isEqualTo(PaymentStatus.AUTHORIZED);
        assertThat(paid.balance().isZero()).isTrue();
        refused("payment.held.paid", () -> ANNA.call(() -> checkout(shop).payByCard(order.number(), "tok_visa", CENT)));
        SENIOR.run(() -> clear(shop, order.number()));
        WAREHOUSE.run(() -> fulfilment(shop).release(order.number(), Set.of()));
    }

    @ParameterizedTest
    @EnumSource
    void sharesFollowTheTotalUntilItIsSubmitted(Database database) {
        Selling shop = new Selling(database);
        OrderView order = shop.filled();
        ANNA.call(() -> checkout(shop).payByCard(order.number(), "tok_visa", Share.percent("50")));
        Recap both = ANNA.call(() -> checkout(shop).payByCheck(order.number(), "77", Share.percent("50")));
        assertThat(both.balance().isZero()).isTrue();
        refused(
                "payment.percent.range",
                () -> ANNA.call(() -> checkout(shop).payByCard(order.number(), "tok_visa", Share.percent("100.5"))));
        OrderView more = shop.add(both.order(), "MUG-002", 3);
        Recap followed = recap(shop, order.number());
        assertThat(followed.covered()).isEqualTo(more.total());
        assertThat(followed.payments().get(0).amount())
                .isEqualTo(more.total().times(new BigDecimal("0.5")).rounded());
        Recap placed = submit(shop, followed);
        assertThat(placed.order().status()).isEqualTo(OrderStatus.PLACED);
        assertThat(placed.payments())
                .extracting(PaymentView::amount)
                .containsExactlyElementsOf(
                        followed.payments().stream().map(PaymentView::amount).toList());
        assertThat(placed.covered()).isEqualTo(more.total());
    }

    @ParameterizedTest
    @EnumSource
    void aGiftCardPaysAndGetsBackWhatIsCancelled(Database database) {
        Selling shop = new Selling(database);
        OrderView order = shop.filled();
        String code = issue(shop, "10.00");
        assertThat(ANNA.call(() -> checkout(shop).giftCard(order.number(), code))
                        .balance())
                .isEqualTo(Money.of("10.00", "EUR"));
        refused(
                "payment.gift.unknown",
                () -> ANNA.call(() -> checkout(shop).giftCard(order.number(), "AAAA-AAAA-AAAA-AAAA")));
        refused("payment.gift.invalid", () -> ANNA.call(() -> checkout(shop).giftCard(order.number(), "AAAA")));
        refused(
                "payment.card.number",
                () -> ANNA.call(() -> checkout(shop).giftCard(order.number(), "4111 1111 1111 1111")));
        refused("payment.gift.balance", () -> gift(shop, order, code, "10.01"));
        gift(shop, order, code, "6.00");
        refused("payment.gift.balance", () -> gift(shop, order, code, "4.01"));
        Recap part = gift(shop, order, code, "4.00");
        assertThat(balance(shop, code)).as("not before it is submitted").isEqualTo("10.00");
        Recap paid = ANNA.call(() -> checkout(shop).payByCard(order.number(), "tok_visa", part.balance()));
        Recap placed = submit(shop, paid);
        assertThat(placed.order().status()).isEqualTo(OrderStatus.PLACED);
        assertThat(balance(shop, code)).isEqualTo("0.00");
        assertThat(placed.payments().get(0).detail()).endsWith(code.substring(code.length() - 4));
        assertThat(placed.toString()).doesNotContain(code);

        ANNA.run(() -> shop.rooms()
                .get(OrderChanges.class)
                .cancel(order.number(), placed.order().version(), "No more"));
        assertThat(balance(shop, code)).isEqualTo("10.00");
        exact(shop, code);
        assertThat(shop.rows("select g.code_hash, g.last_four from gift_card g"))
                .allSatisfy(row -> assertThat(row[0].toString()).isNotEqualTo(code));
    }

    @ParameterizedTest
    @EnumSource
    void aGiftCardGetsBackWhatIsRefundedAndWhatADeclinedOrderGivesUp(Database database) {
        Selling shop = new Selling(database);
        OrderView order = shop.filled();
        String code = issue(shop, order.total().amount().toPlainString());
        Recap placed =
                submit(shop, gift(shop, order, code, order.total().amount().toPlainString()));
        OrderNumber number = order.number();
        WAREHOUSE.run(() -> {
            fulfilment(shop).release(number, Set.of());
            fulfilment(shop).ship(number, new Shipped("P-1", null, null, Map.of(1, 2)));
            fulfilment(shop).invoice(number, "R-1", Map.of());
        });
        assertThat(placed.order().status()).isEqualTo(OrderStatus.PLACED);
        SENIOR.call(() -> refund(shop, number, Money.of("3.00", "EUR"), null));
        assertThat(balance(shop, code)).isEqualTo("3.00");
        SENIOR.call(() -> refund(shop, number, Money.of("2.00", "EUR"), PaymentMethod.CHECK));
        assertThat(balance(shop, code)).isEqualTo("3.00");
        refused(
                "payment.account.denied",
                () -> SENIOR.call(() -> refund(shop, number, Money.of("1.00", "EUR"), PaymentMethod.ACCOUNT)));
        refused(
                "payment.refund.tender",
                () -> SENIOR.call(() -> refund(shop, number, Money.of("1.00", "EUR"), PaymentMethod.GIFT_CARD)));

        OrderView other = shop.filled();
        gift(shop, other, code, "2.50");
        Recap two = ANNA.call(() -> checkout(shop)
                .payByCard(other.number(), "tok_declined", other.total().minus(Money.of("2.50", "EUR"))));
        Recap declined = submit(shop, two);
        assertThat(declined.order().problem()).isEqualTo("payment-declined");
        assertThat(balance(shop, code)).isEqualTo("0.50");
        take(shop, declined);
        assertThat(balance(shop, code)).isEqualTo("3.00");
        exact(shop, code);
    }

    @ParameterizedTest
    @EnumSource
    void oneGiftCardIsSpentOnceHoweverManyWantIt(Database database) throws Exception {
        Selling shop = new Selling(database);
        String code = issue(shop, "10.00");
        List<Callable<String>> clients = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            OrderView order = shop.filled();
            ANNA.call(() -> checkout(shop).payByGiftCard(order.number(), code, Share.of(Money.of("3.00", "EUR"))));
            Recap paid = ANNA.call(() -> checkout(shop)
                    .payByCard(order.number(), "tok_visa", order.total().minus(Money.of("3.00", "EUR"))));
            clients.add(() -> {
                try {
                    return submit(shop, paid).order().status().name();
                } catch (Refusal e) {
                    return e.key();
                }
            });
        }
        ExecutorService pool = Executors.newFixedThreadPool(16);
        List<String> results = new ArrayList<>();
        try {
            for (Future<String> one : pool.invokeAll(clients)) {
                results.add(one.get());
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(results).filteredOn("PLACED"::equals).hasSize(3);
        assertThat(results).filteredOn("payment.gift.balance"::equals).hasSize(13);
        assertThat(balance(shop, code)).isEqualTo("1.00");
        exact(shop, code);
    }

    @ParameterizedTest
    @EnumSource
    void aTransferIsWaitedForBeforeAnythingIsSent(Database database) {
        Selling shop = new Selling(database);
        OrderView order = shop.filled();
        Recap noted = ANNA.call(() -> checkout(shop).payByPrepayment(order.number(), Share.of(order.total())));
        String reference = String.valueOf(noted.payments().get(0).detail());
        assertThat(reference).startsWith("RF");
        assertThat(reference.replace(" ", "")).endsWith(order.number().value() + "1");
        Recap placed = submit(shop, noted);
        assertThat(placed.order().status()).isEqualTo(OrderStatus.ON_HOLD);
        assertThat(placed.balance().isZero()).isTrue();
        PaymentView waiting = placed.payments().get(0);
        assertThat(waiting.status()).isEqualTo(PaymentStatus.EXPECTED);
        assertThat(waiting.detail()).isEqualTo(reference);
        stopped(shop, order.number());
        refused("order.hold.unpaid", () -> SENIOR.call(() -> clear(shop, order.number())));
        assertThatThrownBy(() -> KATRIN.run(() -> money(shop).received(order.number(), waiting.id(), BigDecimal.ONE)))
                .isInstanceOf(EJBAccessException.class);
        refused("payment.told.denied", () -> ANNA.call(() -> received(shop, order, waiting, order.total())));
        assertThat(late(shop)).doesNotContain(order.number());
        shop.rooms().clock().forward(Duration.ofDays(14).plusSeconds(1));
        assertThat(late(shop)).contains(order.number());

        Recap less = WAREHOUSE.call(
                () -> received(shop, order, waiting, order.total().minus(Money.of("4.00", "EUR"))));
        assertThat(less.isOwing()).isTrue();
        assertThat(less.balance()).isEqualTo(Money.of("4.00", "EUR"));
        stopped(shop, order.number());
        Recap rest = ANNA.call(() -> checkout(shop).payByCard(order.number(), "tok_visa", less.balance()));
        assertThat(rest.order().status()).isEqualTo(OrderStatus.PLACED);

        OrderView other = shop.filled();
        Recap one =
                submit(shop, ANNA.call(() -> checkout(shop).payByPrepayment(other.number(), Share.of(other.total()))));
        Recap came = WAREHOUSE.call(
                () -> received(shop, other, one.payments().get(0), other.total().plus(CENT)));
        assertThat(came.order().status()).isEqualTo(OrderStatus.PLACED);
        assertThat(came.difference()).isEqualTo(Difference.OVERPAID);
        Recap again = WAREHOUSE.call(
                () -> received(shop, other, one.payments().get(0), other.total().plus(CENT)));
        assertThat(again.order().version()).isEqualTo(came.order().version());
        refused(
                "payment.received.impossible",
                () -> WAREHOUSE.call(() -> received(shop, other, one.payments().get(0), CENT)));
    }

    @ParameterizedTest
    @EnumSource
    void insteadOfWaitingItIsPaidOtherwise(Database database) {
        Selling shop = new Selling(database);
        OrderView order = shop.filled();
        Recap placed =
                submit(shop, ANNA.call(() -> checkout(shop).payByPrepayment(order.number(), Share.of(order.total()))));
        refused(
                "payment.held.paid",
                () -> ANNA.call(() -> checkout(shop).payByCard(order.number(), "tok_visa", order.total())));
        Recap open = take(shop, placed);
        assertThat(open.isOwing()).isTrue();
        Recap paid = ANNA.call(() -> checkout(shop).payByCard(order.number(), "tok_visa", order.total()));
        assertThat(paid.order().status()).isEqualTo(OrderStatus.PLACED);
    }

    @ParameterizedTest
    @EnumSource
    void anAdminSaysHowChecksAreTaken(Database database) {
        Selling shop = new Selling(database);
        TenderRules rules = shop.rooms().get(TenderRules.class);
        TenderRule before = KATRIN.call(() -> rules.of(DE));
        for (TenderRule wrong : List.of(
                with(before, new BigDecimal("-1"), null, 10),
                with(before, new BigDecimal("0.001"), null, 10),
                with(before, null, new BigDecimal("101"), 10),
                with(before, null, null, 91))) {
            assertThatThrownBy(() -> KATRIN.call(() -> rules.save(wrong)))
                    .isInstanceOfSatisfying(
                            Refusal.class, r -> assertThat(r.key()).startsWith("tender."));
        }
        TenderRule now = KATRIN.call(() -> rules.save(with(before, BigDecimal.TEN, null, 10)));
        assertThat(now.tolerated(Money.of("1000", "EUR"))).isEqualTo(Money.of("10", "EUR"));
        refused("rules.changed", () -> KATRIN.call(() -> rules.save(before)));
        List<RuleChange> history = KATRIN.call(() -> rules.history(DE));
        assertThat(history)
                .extracting(c -> c.field() + " " + c.before() + " " + c.now())
                .contains("tolerance 1 10", "tolerancePercent 2 ");
        assertThatThrownBy(() -> ANNA.call(() -> rules.save(now))).isInstanceOf(EJBAccessException.class);
        KATRIN.call(() -> rules.save(with(now, before.tolerance(), before.tolerancePercent(), before.checkHoldDays())));
    }

    private static TenderRule with(
            TenderRule rule, @Nullable BigDecimal amount, @Nullable BigDecimal percent, int days) {
        return new TenderRule(
                rule.channel(),
                amount,
                percent,
                rule.checkHoldAbove(),
                days,
                rule.checkRefund(),
                rule.prepaymentDays(),
                rule.version());
    }

    private static OrderView large(Selling shop) {
        return shop.add(shop.draft(), "MUG-001", 40);
    }

    private static String issue(Selling shop, String amount) {
        return KATRIN.call(() -> shop.rooms().get(GiftCardDesk.class).issue(DE, new BigDecimal(amount), 1))
                .get(0);
    }

    private static Recap gift(Selling shop, OrderView order, String code, String amount) {
        return ANNA.call(() -> checkout(shop).payByGiftCard(order.number(), code, Share.of(Money.of(amount, "EUR"))));
    }

    private static String balance(Selling shop, String code) {
        String hash = GiftCode.read(code).orElseThrow().hash();
        return new BigDecimal(shop.rows("select balance, 1 from gift_card where code_hash = '" + hash + "'")
                        .get(0)[0]
                        .toString())
                .setScale(2)
                .toPlainString();
    }

    /** The ledger says what the card says. */
    private static void exact(Selling shop, String code) {
        String hash = GiftCode.read(code).orElseThrow().hash();
        String sum = new BigDecimal(
                        shop.rows("select sum(e.amount), min(e.balance) from gift_card_entry e join gift_card g"
                                        + " on g.id = e.gift_card_id where g.code_hash = '" + hash + "'")
                                .get(0)[0]
                                .toString())
                .setScale(2)
                .toPlainString();
        assertThat(sum).isEqualTo(balance(shop, code));
    }

    private static Recap bounced(Selling shop, OrderView order, long check, String why) {
        money(shop).bounced(order.number(), check, why);
        return checkout(shop).recap(order.number());
    }

    private static Recap bouncedByBank(Selling shop, OrderView order, long check) {
        money(shop).bounced(order.number(), check, "No funds");
        return recap(shop, order.number());
    }

    private static Recap received(Selling shop, OrderView order, PaymentView payment, Money came) {
        money(shop).received(order.number(), payment.id(), came.amount());
        return recap(shop, order.number());
    }

    private static List<OrderNumber> late(Selling shop) {
        return WAREHOUSE.call(() -> money(shop).late()).stream()
                .map(LatePayment::order)
                .toList();
    }

    private static void stopped(Selling shop, OrderNumber number) {
        refused(
                "fulfilment.stopped",
                () -> WAREHOUSE.call(() -> {
                    fulfilment(shop).release(number, Set.of());
                    return true;
                }));
    }

    private static HoldView hold(Selling shop, OrderNumber number) {
        return ANNA.call(() -> shop.rooms().get(OrderHolds.class).holds(number)).stream()
                .filter(HoldView::isOpen)
                .findFirst()
                .orElseThrow();
    }

    private static OrderView clear(Selling shop, OrderNumber number) {
        OrderHolds holds = shop.rooms().get(OrderHolds.class);
        HoldView hold = holds.holds(number).stream()
                .filter(HoldView::isOpen)
                .findFirst()
                .orElseThrow();
        return holds.clear(number, shop.now(number).version(), hold.id(), null);
    }

    private static void time(Selling shop) {
        SYSTEM.run(() -> shop.rooms().get(HoldTimer.class).endHolds());
    }

    private static Recap check(Selling shop, OrderView order, Money amount) {
        return ANNA.call(() -> checkout(shop).payByCheck(order.number(), "000123", amount));
    }

    /** Takes back the first payment. */
    private static Recap take(Selling shop, Recap recap) {
        return ANNA.call(() -> checkout(shop)
                .remove(recap.order().number(), recap.payments().get(0).id()));
    }

    private static Recap refund(Selling shop, OrderNumber number, Money amount, @Nullable PaymentMethod as) {
        return shop.rooms()
                .get(Refunds.class)
                .refund(number, shop.entry().get(number).version(), amount.amount(), "Too much", as);
    }

    private static Recap recap(Selling shop, OrderNumber number) {
        return ANNA.call(() -> checkout(shop).recap(number));
    }

    private static Recap submit(Selling shop, Recap recap) {
        return ANNA.call(() ->
                checkout(shop).submit(recap.order().number(), recap.order().version(), UUID.randomUUID()));
    }

    private static Object id(Selling shop, OrderNumber number) {
        return shop.rows("select id, 1 from sales_order where number = '" + number + "'")
                .get(0)[0];
    }

    private static Checkout checkout(Selling shop) {
        return shop.rooms().get(Checkout.class);
    }

    private static IncomingMoney money(Selling shop) {
        return shop.rooms().get(IncomingMoney.class);
    }

    private static Fulfilment fulfilment(Selling shop) {
        return shop.rooms().get(Fulfilment.class);
    }
}
