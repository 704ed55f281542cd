package org.ringdesk.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ringdesk.orders.Selling.ANNA;
import static org.ringdesk.orders.Selling.EMILY;
import static org.ringdesk.orders.Selling.LUKAS;
import static org.ringdesk.orders.Selling.SYSTEM;
import static org.ringdesk.orders.Selling.refusal;
import static org.ringdesk.orders.Selling.refused;
import static org.ringdesk.testing.Caller.as;

import jakarta.ejb.EJBAccessException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ringdesk.payments.Checkout;
import org.ringdesk.payments.Recap;
import org.ringdesk.pricing.MarginLevel;
import org.ringdesk.shared.Money;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;
import org.ringdesk.testing.Caller;
import org.ringdesk.testing.Database;

/**
 * Two mugs at 12.95 that cost us 5.96 without tax; agents may give 11.66, supervisors 7.77, and below 8.34 less than 15 percent
 * would remain, which nobody sells. On both databases.
 */
class PriceRequestTest {
    private static final Caller PETRA = as("petra.lindner", Role.SUPERVISOR);
    private static final Caller GRAHAM = as("graham.wells", Role.SUPERVISOR);
    private static final Caller CHIEF = as("anna.schmidt", Role.AGENT, Role.SUPERVISOR);

    @ParameterizedTest
    @EnumSource
    void isAskedWithAllThatASupervisorNeedsAndTheOrderGoesOn(Database database) {
        Selling shop = new Selling(database);
        OrderView order = shop.filled();
        OrderView asked = ask(shop, ANNA, order, 1, "9.00");
        assertThat(asked.version()).isEqualTo(order.version() + 1);
        assertThat(asked.lines()).isEqualTo(order.lines());

        PriceRequestView seen = waiting(shop, order);
        assertThat(seen.state()).isEqualTo(PriceRequestState.ASKED);
        assertThat(seen.customer()).isEqualTo(order.customerName());
        assertThat(seen.askedBy()).isEqualTo("Anna Schmidt");
        assertThat(seen.agent()).isEqualTo("anna.schmidt");
        assertThat(seen.position()).isEqualTo(1);
        assertThat(seen.quantity()).isEqualTo(2);
        assertThat(seen.found()).isEqualTo(euro("12.95"));
        assertThat(seen.wanted()).isEqualTo(euro("9.00"));
        // 9.00 are 7.563 without tax, of which 1.603 remain
        assertThat(seen.margin()).isEqualByComparingTo("21.20");
        assertThat(seen.marginLevel()).isEqualTo(MarginLevel.QUESTIONABLE);
        assertThat(seen.reason()).isEqualTo("Kleine Mängel");
        assertThat(seen.words()).isEqualTo("has a scratch");
        assertThat(Duration.between(seen.askedAt(), seen.answerUntil())).isEqualTo(Duration.ofMinutes(2));
        assertThat(shop.rooms().events()).contains(seen);

        OrderView more = shop.add(asked, "TEA-001", 1);
        assertThat(waiting(shop, more).state()).isEqualTo(PriceRequestState.ASKED);
    }

    @ParameterizedTest
    @EnumSource
    void approvedTheOrderHasThePriceAtOnce(Database database) {
        Selling shop = new Selling(database);
        OrderView order = ask(shop, ANNA, shop.filled(), 1, "9.00");
        PriceRequestView answered =
                PETRA.call(() -> answering(shop).approve(waiting(shop, order).id(), null, " go "));
        assertThat(answered.state()).isEqualTo(PriceRequestState.APPROVED);
        assertThat(answered.agreed()).isEqualTo(euro("9.00"));
        assertThat(answered.answer()).isEqualTo("go");
        assertThat(answered.endedBy()).isEqualTo("Petra Lindner");
        assertThat(shop.rooms().events()).contains(answered);

        OrderView now = shop.now(order.number());
        assertThat(now.goods()).isEqualTo(euro("18.00"));
        assertThat(now.lines().get(0).agreedReason()).isEqualTo("DAMAGED");
        assertThat(now.agent()).isEqualTo("anna.schmidt");
        assertThat(requests(shop, order)).containsExactly(answered);
        assertThat(history(shop, order))
                .containsExactly(
                        "PRICE_ASKED anna.schmidt 12.95 EUR > 9.00 EUR (DAMAGED)",
                        "PRICE_CHANGED petra.lindner 12.95 EUR > 9.00 EUR (DAMAGED)");
        // who typed on meanwhile is told by whom and what, and overwrites nothing
        Refusal overtaken =
                refusal(() -> ANNA.call(() -> shop.entry().changeQuantity(order.number(), order.version(), 1, 3)));
        assertThat(overtaken.key()).isEqualTo("order.changed");
        assertThat(overtaken.arguments().get(0)).isEqualTo("Petra Lindner");
    }

    @ParameterizedTest
    @EnumSource
    void atAnotherPriceItIsThatOneAndWithinTheSupervisorsLimits(Database database) {
        Selling shop = new Selling(database);
        OrderView order = ask(shop, ANNA, shop.filled(), 1, "9.00");
        long id = waiting(shop, order).id();
        refused("pricing.margin.low", () -> PETRA.call(() -> answering(shop).approve(id, price("8.00"), "")));
        refused(
                "pricing.override.percent",
                () -> PETRA.call(() -> answering(shop).approve(id, price("20.00"), "")));
        refused("order.price.range", () -> PETRA.call(() -> answering(shop).approve(id, price("-1"), "")));
        assertThat(waiting(shop, order).state()).isEqualTo(PriceRequestState.ASKED);

        PriceRequestView answered = PETRA.call(() -> answering(shop).approve(id, price("10.50"), "not lower"));
        assertThat(answered.agreed()).isEqualTo(euro("10.50"));
        assertThat(shop.now(order.number()).goods()).isEqualTo(euro("21.00"));
    }

    @ParameterizedTest
    @EnumSource
    void refusedTheLineStaysAndTheAgentIsToldWhy(Database database) {
        Selling shop = new Selling(database);
        OrderView before = shop.filled();
        OrderView order = ask(shop, ANNA, before, 1, "9.00");
        long id = waiting(shop, order).id();
        refused("order.request.why", () -> PETRA.call(() -> answering(shop).refuse(id, "  ")));
        refused("order.request.words", () -> PETRA.call(() -> answering(shop).refuse(id, "x".repeat(201))));
        refused("payment.card.number", () -> PETRA.call(() -> answering(shop).refuse(id, "4242 4242 4242 4242")));
        PriceRequestView answered = PETRA.call(() -> answering(shop).refuse(id, "sold out soon"));
        assertThat(answered.state()).isEqualTo(PriceRequestState.REFUSED);
        assertThat(answered.answer()).isEqualTo("sold out soon");
        assertThat(shop.now(order.number()).lines()).isEqualTo(before.lines());
        assertThat(history(shop, order)).last().isEqualTo("PRICE_REFUSED petra.lindner 9.00 EUR > sold out soon");
    }

    @ParameterizedTest
    @EnumSource
    void theFirstAnswerCountsAndTheOtherIsToldWhoHadIt(Database database) throws Exception {
        Selling shop = new Selling(database);
        OrderView order = ask(shop, ANNA, shop.filled(), 1, "9.00");
        long id = waiting(shop, order).id();
        List<Callable<String>> both = List.of(
                () -> outcome(() -> PETRA.call(() -> answering(shop).approve(id, null, ""))),
                () -> outcome(() -> GRAHAM.call(() -> answering(shop).refuse(id, "no"))));
        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<Future<String>> results = threads.invokeAll(both);
        threads.shutdown();
        String petra = results.get(0).get();
        String graham = results.get(1).get();
        PriceRequestView kept = requests(shop, order).get(0);
        if (kept.state() == PriceRequestState.APPROVED) {
            assertThat(petra).isEqualTo("APPROVED");
            assertThat(graham).isEqualTo("order.request.over [Petra Lindner, 1]");
            assertThat(shop.now(order.number()).goods()).isEqualTo(euro("18.00"));
        } else {
            assertThat(graham).isEqualTo("REFUSED");
            assertThat(petra).isEqualTo("order.request.over [Graham Wells, 2]");
            assertThat(shop.now(order.number()).goods()).isEqualTo(euro("25.90"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void isForTheLineWithItsProductAndQuantityOnly(Database database) {
        Selling shop = new Selling(database);
        OrderView order = ask(shop, ANNA, shop.filled(), 1, "9.00");
        long id = waiting(shop, order).id();
        OrderView more = ANNA.call(() -> shop.entry().changeQuantity(order.number(), order.version(), 1, 3));
        assertThat(shop.rooms().events()).contains(requests(shop, order).get(0));
        overBy(
                "Anna Schmidt",
                PriceRequestState.WITHDRAWN,
                () -> PETRA.call(() -> answering(shop).approve(id, null, "")));

        OrderView again = ask(shop, ANNA, more, 1, "9.00");
        OrderView none = ANNA.call(() -> shop.entry().remove(order.number(), again.version(), 1));
        // another product takes the place of the line
        OrderView other = shop.add(none, "TEA-001", 2);
        assertThat(other.lines().get(0).position()).isEqualTo(1);
        long second = requests(shop, order).get(1).id();
        overBy(
                "Anna Schmidt",
                PriceRequestState.WITHDRAWN,
                () -> PETRA.call(() -> answering(shop).approve(second, null, "")));
        assertThat(shop.now(order.number()).lines()).isEqualTo(other.lines());
    }

    @ParameterizedTest
    @EnumSource
    void isWithdrawnWhenTheOrderIsSubmittedOrHeldOrGivenUp(Database database) {
        Selling shop = new Selling(database);
        OrderView order = ask(shop, ANNA, shop.filled(), 1, "9.00");
        ANNA.call(() -> {
            Checkout checkout = shop.rooms().get(Checkout.class);
            Recap paid = checkout.payByCard(order.number(), "tok_visa", order.total());
            return checkout.submit(order.number(), paid.order().version(), UUID.randomUUID());
        });
        assertThat(requests(shop, order))
                .extracting(PriceRequestView::state)
                .containsExactly(PriceRequestState.WITHDRAWN);

        OrderView held = ask(shop, ANNA, shop.filled(), 1, "9.00");
        ANNA.call(() -> shop.rooms().get(OrderHolds.class).hold(held.number(), held.version(), "WISH", null));
        assertThat(requests(shop, held))
                .extracting(PriceRequestView::state)
                .containsExactly(PriceRequestState.WITHDRAWN);

        OrderView given = ask(shop, ANNA, shop.filled(), 1, "9.00");
        ANNA.run(() -> shop.entry().discard(given.number(), given.version()));
        assertThat(requests(shop, given))
                .extracting(PriceRequestView::state)
                .containsExactly(PriceRequestState.WITHDRAWN);
    }

    @ParameterizedTest
    @EnumSource
    void theAgentTakesItBackOrGivesAPriceThatTheyMay(Database database) {
        Selling shop = new Selling(database);
        OrderView order = ask(shop, ANNA, shop.filled(), 1, "9.00");
        long id = waiting(shop, order).id();
        refused(
                "order.request.unknown",
                () -> ANNA.call(() -> asking(shop).withdraw(order.number(), order.version(), id + 1)));
        OrderView free = ANNA.call(() -> asking(shop).withdraw(order.number(), order.version(), id));
        refused("order.request.over", () -> ANNA.call(() -> asking(shop).withdraw(order.number(), free.version(), id)));
        assertThat(history(shop, order)).last().isEqualTo("PRICE_REQUEST_ENDED anna.schmidt 9.00 EUR > null");

        OrderView again = ask(shop, ANNA, free, 1, "9.00");
        OrderView third = ask(shop, ANNA, again, 1, "9.50");
        OrderView mine = ANNA.call(() -> shop.rooms()
                        .get(LinePrices.class)
                        .change(order.number(), third.version(), 1, price("12.00"), "MATCH"))
                .order();
        assertThat(mine.goods()).isEqualTo(euro("24.00"));
        assertThat(requests(shop, order)).hasSize(3).allMatch(r -> r.state() == PriceRequestState.WITHDRAWN);
    }

    @ParameterizedTest
    @EnumSource
    void goesWithTheOrderToTheColleagueWhoHasItNow(Database database) {
        Selling shop = new Selling(database);
        OrderView order = ask(shop, ANNA, shop.filled(), 1, "9.00");
        as("telephony", Role.TELEPHONY)
                .run(() -> shop.rooms().get(OrderHandover.class).handOver(order.number(), "lukas.weber"));
        PriceRequestView answered =
                PETRA.call(() -> answering(shop).approve(waiting(shop, order).id(), null, ""));
        assertThat(answered.agent()).isEqualTo("lukas.weber");
        assertThat(answered.askedBy()).isEqualTo("Anna Schmidt");
        assertThat(shop.now(order.number()).goods()).isEqualTo(euro("18.00"));
    }

    @ParameterizedTest
    @EnumSource
    void outOfTimeItIsOver(Database database) {
        Selling shop = new Selling(database);
        OrderView order = ask(shop, ANNA, shop.filled(), 1, "9.00");
        long id = waiting(shop, order).id();
        PriceRequestDeadlines deadlines = shop.rooms().get(PriceRequestDeadlines.class);
        SYSTEM.run(() -> deadlines.timeIsUp(id));
        assertThat(waiting(shop, order).state()).isEqualTo(PriceRequestState.ASKED);
        assertThat(SYSTEM.call(deadlines::overdue)).doesNotContain(id);

        shop.rooms().clock().forward(Duration.ofMinutes(2));
        overBy(
                "",
                PriceRequestState.TIMED_OUT,
                () -> PETRA.call(() -> answering(shop).approve(id, null, "")));
        assertThat(SYSTEM.call(deadlines::overdue)).contains(id);
        SYSTEM.run(() -> deadlines.timeIsUp(id));
        SYSTEM.run(() -> deadlines.timeIsUp(id));
        assertThat(requests(shop, order))
                .extracting(PriceRequestView::state)
                .containsExactly(PriceRequestState.TIMED_OUT);
        assertThat(history(shop, order)).last().isEqualTo("PRICE_REQUEST_ENDED system 9.00 EUR > null");
        assertThat(SYSTEM.call(deadlines::overdue)).doesNotContain(id);
    }

    @ParameterizedTest
    @EnumSource
    void isRefusedWhereItMakesNoSense(Database database) {
        Selling shop = new Selling(database);
        OrderView order = shop.filled();
        refused("order.request.needless", () -> ask(shop, ANNA, order, 1, "12.00"));
        refused("pricing.margin.low", () -> ask(shop, ANNA, order, 1, "7.00"));
        refused("order.price.range", () -> ask(shop, ANNA, order, 1, "1.23456"));
        refused("order.line.unknown", () -> ask(shop, ANNA, order, 2, "9.00"));
        refused("order.unknown", () -> ask(shop, EMILY, order, 1, "9.00"));
        refused(
                "pricing.override.reason",
                () -> ANNA.call(
                        () -> asking(shop).ask(order.number(), order.version(), 1, price("9.00"), "BECAUSE", "")));
        refused(
                "order.changed",
                () -> ask(shop, ANNA, shop.now(ask(shop, ANNA, order, 1, "9.00").number()), order));
        // what a colleague of the channel sees and does is the same
        assertThat(LUKAS.call(() -> asking(shop).of(order.number()))).hasSize(1);
        refused("order.unknown", () -> EMILY.call(() -> asking(shop).of(order.number())));
        refused("order.request.unknown", () -> PETRA.call(() -> answering(shop).approve(-1, null, "")));
    }

    @ParameterizedTest
    @EnumSource
    void nobodyAnswersTheirOwn(Database database) {
        Selling shop = new Selling(database);
        OrderView order = ask(shop, ANNA, shop.filled(), 1, "9.00");
        refused(
                "order.request.own",
                () -> CHIEF.call(
                        () -> answering(shop).approve(waiting(shop, order).id(), null, "")));
        assertThatThrownBy(() -> LUKAS.call(() -> answering(shop).current())).isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> ask(shop, PETRA, order, 1, "9.00")).isInstanceOf(EJBAccessException.class);
    }

    private static void overBy(String who, PriceRequestState how, Supplier<?> work) {
        Refusal refusal = refusal(work);
        assertThat(refusal.key()).isEqualTo("order.request.over");
        assertThat(refusal.arguments()).containsExactly(who, how.ordinal());
    }

    private static String outcome(Supplier<PriceRequestView> work) {
        try {
            return work.get().state().name();
        } catch (Refusal refusal) {
            return refusal.key() + ' ' + refusal.arguments();
        }
    }

    private static OrderView ask(Selling shop, Caller who, OrderView order, OrderView seen) {
        return who.call(() -> asking(shop).ask(order.number(), seen.version(), 1, price("9.00"), "DAMAGED", ""));
    }

    private static OrderView ask(Selling shop, Caller who, OrderView order, int position, String price) {
        return who.call(() -> asking(shop)
                .ask(order.number(), order.version(), position, price(price), "DAMAGED", " has a scratch "));
    }

    private static PriceAsking asking(Selling shop) {
        return shop.rooms().get(PriceAsking.class);
    }

    private static PriceAnswering answering(Selling shop) {
        return shop.rooms().get(PriceAnswering.class);
    }

    /** As a supervisor sees it. */
    private static PriceRequestView waiting(Selling shop, OrderView order) {
        return PETRA.call(() -> answering(shop).current()).stream()
                .filter(r -> r.order().equals(order.number()) && r.state() == PriceRequestState.ASKED)
                .findFirst()
                .orElseThrow();
    }

    private static List<PriceRequestView> requests(Selling shop, OrderView order) {
        return ANNA.call(() -> asking(shop).of(order.number()));
    }

    private static List<String> history(Selling shop, OrderView order) {
        return shop
                .rows("select kind, who, old_value, new_value from order_event where kind like 'PRICE%' and order_id ="
                        + " (select id from sales_order where number = '" + order.number() + "') order by id")
                .stream()
                .map(row -> row[0] + " " + row[1] + " " + row[2] + " > " + row[3])
                .toList();
    }

    private static BigDecimal price(String amount) {
        return new BigDecimal(amount);
    }

    private static Money euro(String amount) {
        return Money.of(amount, "EUR");
    }
}
