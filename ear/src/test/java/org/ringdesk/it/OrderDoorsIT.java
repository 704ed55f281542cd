package org.ringdesk.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ringdesk.it.As.as;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.ringdesk.administration.ChannelCode;
import org.ringdesk.catalog.ProductNumber;
import org.ringdesk.catalog.Products;
import org.ringdesk.customers.CustomerDesk;
import org.ringdesk.customers.CustomerNumber;
import org.ringdesk.customers.CustomerView;
import org.ringdesk.orders.OrderEntry;
import org.ringdesk.orders.OrderHistory;
import org.ringdesk.orders.OrderPlacing;
import org.ringdesk.orders.OrderStatus;
import org.ringdesk.orders.OrderView;
import org.ringdesk.payments.Checkout;
import org.ringdesk.payments.PaymentStatus;
import org.ringdesk.payments.PaymentView;
import org.ringdesk.payments.Recap;
import org.ringdesk.shared.Money;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;

/** The front doors of order entry and checkout inside the server: who is let in, whose orders they see, and what is refused. */
class OrderDoorsIT extends Deployed {
    private static final ChannelCode GERMAN = new ChannelCode("DE");
    private static final ChannelCode BRITISH = new ChannelCode("UK");
    private static final int MOST = 9999;

    @Inject
    private OrderEntry entry;

    @Inject
    private OrderHistory history;

    @Inject
    private OrderPlacing placing;

    @Inject
    private CustomerDesk customers;

    @Inject
    private Products products;

    @Inject
    private Checkout checkout;

    @Test
    void onlyAgentsComeThroughAnyOfTheDoors() throws Exception {
        OrderView order = draft("C20011", 1);
        long version = order.version();
        Money one = Money.of("1.00", "EUR");
        Map<String, Callable<?>> doors = Map.ofEntries(
                Map.entry("start", () -> entry.start(GERMAN, order.customer(), null)),
                Map.entry("get", () -> entry.get(order.number())),
                Map.entry("add", () -> entry.add(order.number(), version, product(order), 1)),
                Map.entry("changeQuantity", () -> entry.changeQuantity(order.number(), version, 1, 2)),
                Map.entry("remove", () -> entry.remove(order.number(), version, 1)),
                Map.entry("drafts", () -> entry.drafts()),
                Map.entry("recap", () -> checkout.recap(order.number())),
                Map.entry("payByCard", () -> checkout.payByCard(order.number(), "tok_visa", one)),
                Map.entry("payByCheck", () -> checkout.payByCheck(order.number(), "1", one)),
                Map.entry("payOnAccount", () -> checkout.payOnAccount(order.number(), one)),
                Map.entry("take back", () -> checkout.remove(order.number(), 1)),
                Map.entry("submit", () -> checkout.submit(order.number(), version, UUID.randomUUID())));
        for (As other : List.of(
                as("petra.lindner", Role.SUPERVISOR),
                as("katrin.brandt", Role.ADMIN),
                as("telephony", Role.TELEPHONY))) {
            doors.forEach((name, door) -> assertThatThrownBy(() -> other.call(door))
                    .as("%s: %s", other, name)
                    .isInstanceOf(EJBAccessException.class));
        }
        doors.forEach((name, door) ->
                assertThatThrownBy(door::call).as("nobody: %s", name).isInstanceOf(EJBAccessException.class));
        assertThat(anna(() -> entry.get(order.number()))).isEqualTo(order);
    }

    @Test
    void ordersOfOtherChannelsDoNotExist() throws Exception {
        OrderView order = draft("C20012", 1);
        As emily = as("emily.clarke", Role.AGENT);
        for (Callable<?> door : List.<Callable<?>>of(
                () -> entry.get(order.number()),
                () -> entry.add(order.number(), order.version(), product(order), 1),
                () -> entry.remove(order.number(), order.version(), 1),
                () -> checkout.recap(order.number()),
                () -> checkout.payOnAccount(order.number(), order.total()),
                () -> checkout.submit(order.number(), order.version(), UUID.randomUUID()))) {
            refused("order.unknown", () -> emily.call(door));
        }
        OrderView seen = as("miriam.vogel", Role.AGENT).call(() -> entry.get(order.number()));
        assertThat(seen).isEqualTo(order);
        assertThat(as("miriam.vogel", Role.AGENT).call(() -> entry.drafts()))
                .noneMatch(d -> d.number().equals(order.number()));
    }

    @Test
    void aColleagueGoesOnWithTheOrderAndIsNamedToWhoIsLate() throws Exception {
        OrderView order = draft("C20013", 1);
        OrderView more =
                as("lukas.weber", Role.AGENT).call(() -> entry.changeQuantity(order.number(), order.version(), 1, 4));
        assertThat(more.lines().get(0).quantity()).isEqualTo(4);
        assertThatThrownBy(() -> anna(() -> entry.remove(order.number(), order.version(), 1)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.key()).isEqualTo("order.changed");
                    assertThat(refusal.arguments()).contains("Lukas Weber", "1", "4");
                });
        assertThat(anna(() -> entry.get(order.number()))).isEqualTo(more);
    }

    @Test
    void quantitiesHaveLimitsAndARefusalLeavesNoTrace() throws Exception {
        OrderView order = draft("C20014", 1);
        for (int impossible : new int[] {0, -1, MOST + 1, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            refused(
                    "order.quantity.range",
                    () -> anna(() -> entry.add(order.number(), order.version(), product(order), impossible)));
            refused(
                    "order.quantity.range",
                    () -> anna(() -> entry.changeQuantity(order.number(), order.version(), 1, impossible)));
        }
        refused(
                "order.quantity.range",
                () -> anna(() -> entry.add(order.number(), order.version(), product(order), MOST)));
        refused(
                "product.unknown",
                () -> anna(() -> entry.add(order.number(), order.version(), new ProductNumber("NO-SUCH"), 1)));
        refused("order.line.unknown", () -> anna(() -> entry.remove(order.number(), order.version(), 7)));
        refused("customer.unknown", () -> anna(() -> entry.start(GERMAN, new CustomerNumber("C99999"), null)));
        refused("channel.denied", () -> anna(() -> entry.start(BRITISH, order.customer(), null)));
        assertThat(anna(() -> entry.get(order.number()))).isEqualTo(order);
    }

    @Test
    void whatIsPlacedIsNeitherChangedNorPaidAgain() throws Exception {
        OrderView order = draft("C20015", 2);
        Recap paid = anna(() -> checkout.payByCheck(order.number(), "77-1", order.total()));
        Recap placed = anna(() -> checkout.submit(order.number(), paid.order().version(), UUID.randomUUID()));
        assertThat(placed.order().status()).isEqualTo(OrderStatus.PLACED);
        long version = placed.order().version();
        refused("order.not-editable", () -> anna(() -> entry.add(order.number(), version, product(order), 1)));
        refused("order.not-editable", () -> anna(() -> entry.remove(order.number(), version, 1)));
        refused(
                "order.not-editable",
                () -> anna(() -> checkout.payByCheck(order.number(), "77-2", Money.of("1.00", "EUR"))));
        refused(
                "order.not-editable",
                () -> anna(() ->
                        checkout.remove(order.number(), placed.payments().get(0).id())));
        refused("order.not-editable", () -> anna(() -> checkout.submit(order.number(), version, UUID.randomUUID())));
        refused("order.not-editable", () -> as("anna.schmidt", Role.AGENT)
                .run(() -> entry.discard(order.number(), version)));
        assertThat(anna(() -> checkout.recap(order.number()))).isEqualTo(placed);
    }

    @Test
    void aPaymentIsSplitOverEveryWayOfPaying() throws Exception {
        CustomerView company = anna(() -> customers.search("gmbh", 100)).stream()
                .filter(c -> c.onAccount() && c.country().equals("DE"))
                .findFirst()
                .orElseThrow();
        OrderView order = draft(company.number().value(), 2);
        anna(() -> checkout.payByCard(order.number(), "tok_visa", Money.of("1.50", "EUR")));
        anna(() -> checkout.payByCheck(order.number(), "4711", Money.of("2.00", "EUR")));
        Money rest = anna(() -> checkout.recap(order.number())).balance();
        refused(
                "payment.amount.range",
                () -> anna(() -> checkout.payOnAccount(order.number(), rest.plus(Money.of("0.01", "EUR")))));
        refused("payment.currency", () -> anna(() -> checkout.payOnAccount(order.number(), Money.of("1.00", "GBP"))));
        Recap short1 = anna(() -> checkout.recap(order.number()));
        refused(
                "order.balance",
                () -> anna(() -> checkout.submit(order.number(), short1.order().version(), UUID.randomUUID())));
        Recap paid = anna(() -> checkout.payOnAccount(order.number(), rest));
        assertThat(paid.canBePlaced()).isTrue();
        Recap placed = anna(() -> checkout.submit(order.number(), paid.order().version(), UUID.randomUUID()));
        assertThat(placed.order().status()).isEqualTo(OrderStatus.PLACED);
        assertThat(placed.payments())
                .extracting(PaymentView::status)
                .containsExactlyInAnyOrder(PaymentStatus.AUTHORIZED, PaymentStatus.POSTED, PaymentStatus.POSTED);
        assertThat(placed.covered()).isEqualTo(order.total());
    }

    @Test
    void aDeclinedOrderIsPaidOtherwiseAndPlaced() throws Exception {
        OrderView order = draft("C20016", 1);
        Recap tried = anna(() -> checkout.payByCard(order.number(), "tok_declined", order.total()));
        Recap declined =
                anna(() -> checkout.submit(order.number(), tried.order().version(), UUID.randomUUID()));
        assertThat(declined.order().problem()).isEqualTo("payment-declined");
        assertThat(declined.payments())
                .singleElement()
                .extracting(PaymentView::status)
                .isEqualTo(PaymentStatus.DECLINED);
        Recap again = anna(() -> checkout.payByCheck(order.number(), "9", order.total()));
        Recap placed = anna(() -> checkout.submit(order.number(), again.order().version(), UUID.randomUUID()));
        assertThat(placed.order().status()).isEqualTo(OrderStatus.PLACED);
        assertThat(placed.order().problem()).isNull();
    }

    @Test
    void aDraftGivenUpStaysInTheHistory() throws Exception {
        OrderView order = draft("C20017", 1);
        as("anna.schmidt", Role.AGENT).run(() -> entry.discard(order.number(), order.version()));
        assertThat(anna(() -> entry.drafts())).noneMatch(d -> d.number().equals(order.number()));
        assertThat(anna(() -> history.recent(customers.get(order.customer()).id(), 5)))
                .anySatisfy(row -> {
                    assertThat(row.number()).isEqualTo(order.number());
                    assertThat(row.status()).isEqualTo(OrderStatus.CANCELLED);
                });
        assertThat(anna(() -> entry.start(GERMAN, order.customer(), null)).number())
                .isNotEqualTo(order.number());
    }

    /** Doors between rooms open only inside the caller's transaction. */
    @Test
    void theDoorForPaymentsNeedsATransaction() throws Exception {
        OrderView order = draft("C20018", 1);
        assertThatThrownBy(() -> anna(() -> placing.place(order.number())))
                .isInstanceOf(jakarta.ejb.EJBTransactionRequiredException.class);
        assertThatThrownBy(() -> as("katrin.brandt", Role.ADMIN).call(() -> placing.look(order.number())))
                .isInstanceOf(EJBAccessException.class);
    }

    /** A new draft with one line, whatever drafts there were. */
    private OrderView draft(String customer, int quantity) throws Exception {
        OrderView begun = anna(() -> entry.start(GERMAN, new CustomerNumber(customer), null));
        ProductNumber product = anna(() -> products.search(begun.channel(), "becher", "de", 1))
                .get(0)
                .number();
        return anna(() -> entry.add(begun.number(), begun.version(), product, quantity));
    }

    private static ProductNumber product(OrderView order) {
        return order.lines().get(0).product();
    }

    private static <T> T anna(Callable<T> work) throws Exception {
        return as("anna.schmidt", Role.AGENT).call(work);
    }
}
