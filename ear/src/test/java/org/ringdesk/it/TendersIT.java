package org.ringdesk.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.ringdesk.it.As.as;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.ringdesk.administration.ChannelCode;
import org.ringdesk.administration.TenderRule;
import org.ringdesk.administration.TenderRules;
import org.ringdesk.catalog.ProductNumber;
import org.ringdesk.catalog.Products;
import org.ringdesk.customers.CustomerDesk;
import org.ringdesk.customers.NewCustomer;
import org.ringdesk.orders.Fulfilment;
import org.ringdesk.orders.OrderChanges;
import org.ringdesk.orders.OrderEntry;
import org.ringdesk.orders.OrderHolds;
import org.ringdesk.orders.OrderStatus;
import org.ringdesk.orders.OrderView;
import org.ringdesk.payments.Checkout;
import org.ringdesk.payments.Difference;
import org.ringdesk.payments.GiftCardDesk;
import org.ringdesk.payments.IncomingMoney;
import org.ringdesk.payments.PaymentStatus;
import org.ringdesk.payments.PaymentView;
import org.ringdesk.payments.Recap;
import org.ringdesk.payments.Share;
import org.ringdesk.shared.Money;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;

/** Checks, shares, gift cards and transfers through the front doors, inside the server. */
class TendersIT extends Deployed {
    private static final As SENIOR = as("miriam.vogel", Role.AGENT, Role.HOLDS, Role.REFUNDS);
    private static final As WAREHOUSE = as("warehouse", Role.FULFILMENT);
    private static final As KATRIN = as("katrin.brandt", Role.ADMIN);
    private static final ChannelCode GERMAN = new ChannelCode("DE");
    private static final Money THREE = Money.of("3.00", "EUR");

    @Resource(lookup = "java:jboss/datasources/ringdesk")
    private DataSource database;

    @Inject
    private OrderEntry entry;

    @Inject
    private OrderChanges changes;

    @Inject
    private OrderHolds holds;

    @Inject
    private Fulfilment fulfilment;

    @Inject
    private Products products;

    @Inject
    private CustomerDesk customers;

    @Inject
    private Checkout checkout;

    @Inject
    private IncomingMoney money;

    @Inject
    private GiftCardDesk giftCards;

    @Inject
    private TenderRules rules;

    @Test
    void sixteenClientsSpendOneGiftCardOnce() throws Exception {
        String code = KATRIN.call(() -> giftCards.issue(GERMAN, new BigDecimal("20.00"), 1))
                .get(0);
        List<Recap> ready = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            OrderView order = draft(1);
            anna(() -> checkout.payByGiftCard(order.number(), code, Share.of(THREE)));
            ready.add(anna(() ->
                    checkout.payByCard(order.number(), "tok_visa", order.total().minus(THREE))));
        }
        List<Callable<String>> clients = ready.stream()
                .<Callable<String>>map(paid -> () -> outcome(paid))
                .toList();
        List<String> results = atOnce(clients);
        assertThat(results).filteredOn("PLACED"::equals).hasSize(6);
        assertThat(results).filteredOn("payment.gift.balance"::equals).hasSize(10);
        assertThat(left(code)).isEqualByComparingTo("2.00");
        assertThat(ledger(code)).isEqualByComparingTo("2.00");

        Recap placed = ready.stream()
                .map(r -> look(r))
                .filter(r -> r.order().status() == OrderStatus.PLACED)
                .findFirst()
                .orElseThrow();
        anna(() -> changes.cancel(placed.order().number(), placed.order().version(), "No more"));
        assertThat(left(code)).isEqualByComparingTo("5.00");
        assertThat(ledger(code)).isEqualByComparingTo("5.00");
    }

    private String outcome(Recap paid) throws Exception {
        try {
            return submit(paid).order().status().name();
        } catch (Refusal e) {
            return e.key();
        }
    }

    private Recap look(Recap seen) {
        try {
            return anna(() -> checkout.recap(seen.order().number()));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aLargeCheckIsWaitedForAndTheTimerLetsItGo() throws Exception {
        OrderView order = draft(40);
        Recap paid = anna(() -> checkout.payByCheck(order.number(), "000123", order.total()));
        Recap placed = submit(paid);
        assertThat(placed.order().status()).isEqualTo(OrderStatus.ON_HOLD);
        refused("fulfilment.stopped", () -> WAREHOUSE.run(() -> fulfilment.release(order.number(), Set.of())));
        try (Connection connection = database.getConnection();
                PreparedStatement early = connection.prepareStatement(
                        "update order_hold set lapses_at = held_at where order_id = (select id from sales_order where number = ?)")) {
            early.setString(1, order.number().value());
            assertThat(early.executeUpdate()).isEqualTo(1);
        }
        await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> assertThat(
                        anna(() -> entry.get(order.number())).status())
                .isEqualTo(OrderStatus.PLACED));
        WAREHOUSE.run(() -> fulfilment.release(order.number(), Set.of()));
    }

    @Test
    void aCheckIsALittleShortAndThenComesBack() throws Exception {
        OrderView order = draft(2);
        Money cents = Money.of("0.20", "EUR");
        Recap noted = anna(() ->
                checkout.payByCheck(order.number(), "000124", order.total().minus(cents)));
        assertThat(noted.difference()).isEqualTo(Difference.SHORT_TOLERATED);
        Recap placed = submit(noted);
        assertThat(placed.order().status()).isEqualTo(OrderStatus.PLACED);
        long check = placed.payments().get(0).id();
        refused("payment.told.denied", () -> as("anna.schmidt", Role.AGENT)
                .run(() -> money.bounced(order.number(), check, "No funds")));
        SENIOR.run(() -> money.bounced(order.number(), check, "No funds"));
        refused("fulfilment.stopped", () -> WAREHOUSE.run(() -> fulfilment.release(order.number(), Set.of())));
        Recap paid = anna(() -> checkout.payByCard(order.number(), "tok_visa", Share.percent("100")));
        assertThat(paid.payments())
                .extracting(PaymentView::status)
                .containsExactly(PaymentStatus.DECLINED, PaymentStatus.AUTHORIZED);
        long hold = anna(() -> holds.holds(order.number())).get(0).id();
        OrderView cleared =
                SENIOR.call(() -> holds.clear(order.number(), paid.order().version(), hold, null));
        assertThat(cleared.status()).isEqualTo(OrderStatus.PLACED);
    }

    @Test
    void aTransferLetsTheOrderGoWhenItCame() throws Exception {
        OrderView order = draft(2);
        anna(() -> checkout.payByPrepayment(order.number(), Share.percent("50")));
        Recap half = anna(() -> checkout.payByCard(order.number(), "tok_visa", Share.percent("50")));
        assertThat(half.balance().isZero()).isTrue();
        Recap placed = submit(half);
        assertThat(placed.order().status()).isEqualTo(OrderStatus.ON_HOLD);
        PaymentView transfer = placed.payments().get(0);
        assertThat(transfer.status()).isEqualTo(PaymentStatus.EXPECTED);
        assertThat(transfer.detail()).startsWith("RF");
        WAREHOUSE.run(() ->
                money.received(order.number(), transfer.id(), transfer.amount().amount()));
        assertThat(anna(() -> entry.get(order.number())).status()).isEqualTo(OrderStatus.PLACED);
        WAREHOUSE.run(() -> fulfilment.release(order.number(), Set.of()));
    }

    @Test
    void everyDoorHasItsRoles() throws Exception {
        OrderView order = draft(1);
        TenderRule rule = KATRIN.call(() -> rules.of(GERMAN));
        Map<String, Callable<?>> admins = Map.of(
                "issue", () -> giftCards.issue(GERMAN, BigDecimal.ONE, 1),
                "latest", () -> giftCards.latest(),
                "save", () -> rules.save(rule),
                "history", () -> rules.history(GERMAN));
        for (As other : List.of(as("anna.schmidt", Role.AGENT), as("petra.lindner", Role.SUPERVISOR), WAREHOUSE)) {
            admins.forEach((name, door) -> assertThatThrownBy(() -> other.call(door))
                    .as("%s: %s", other, name)
                    .isInstanceOf(EJBAccessException.class));
        }
        Map<String, Callable<?>> agents = Map.of(
                "giftCard", () -> checkout.giftCard(order.number(), "AAAA-AAAA-AAAA-AAAA"),
                "payByGiftCard", () -> checkout.payByGiftCard(order.number(), "AAAA-AAAA-AAAA-AAAA", Share.of(THREE)),
                "payByPrepayment", () -> checkout.payByPrepayment(order.number(), Share.of(THREE)));
        for (As other : List.of(WAREHOUSE, KATRIN)) {
            agents.forEach((name, door) -> assertThatThrownBy(() -> other.call(door))
                    .as("%s: %s", other, name)
                    .isInstanceOf(EJBAccessException.class));
        }
        for (As other : List.of(KATRIN, as("petra.lindner", Role.SUPERVISOR))) {
            assertThatThrownBy(() -> other.call(() -> money.late())).isInstanceOf(EJBAccessException.class);
        }
    }

    private Recap submit(Recap recap) throws Exception {
        return anna(() -> checkout.submit(recap.order().number(), recap.order().version(), UUID.randomUUID()));
    }

    /** Cups for somebody new. */
    private OrderView draft(int quantity) throws Exception {
        String name = UUID.randomUUID().toString().replaceAll("[^a-f]", "x");
        OrderView begun = anna(() -> entry.start(
                GERMAN,
                customers
                        .register(new NewCustomer(
                                "Test", name, null, null, "+493023125097", "de", "Weg 1", "10115", "Berlin", "DE"))
                        .number(),
                null));
        ProductNumber cup = anna(() -> products.search(begun.channel(), "becher", "de", 1))
                .get(0)
                .number();
        return anna(() -> entry.add(begun.number(), begun.version(), cup, quantity));
    }

    private BigDecimal left(String code) throws Exception {
        return number("select balance from gift_card where last_four = ? order by id desc", code);
    }

    private BigDecimal ledger(String code) throws Exception {
        return number(
                "select sum(amount) from gift_card_entry where gift_card_id ="
                        + " (select max(id) from gift_card where last_four = ?)",
                code);
    }

    private BigDecimal number(String sql, String code) throws Exception {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, code.substring(code.length() - 4));
            try (ResultSet row = query.executeQuery()) {
                assertThat(row.next()).isTrue();
                return row.getBigDecimal(1);
            }
        }
    }

    private static <T> T anna(Callable<T> work) throws Exception {
        return as("anna.schmidt", Role.AGENT).call(work);
    }
}
