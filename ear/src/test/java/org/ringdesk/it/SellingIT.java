package org.ringdesk.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.ringdesk.it.As.as;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.ringdesk.administration.ChannelCode;
import org.ringdesk.catalog.ProductNumber;
import org.ringdesk.catalog.Products;
import org.ringdesk.customers.CustomerDesk;
import org.ringdesk.customers.CustomerNumber;
import org.ringdesk.orders.OrderEntry;
import org.ringdesk.orders.OrderHistory;
import org.ringdesk.orders.OrderNumber;
import org.ringdesk.orders.OrderStatus;
import org.ringdesk.orders.OrderView;
import org.ringdesk.payments.Checkout;
import org.ringdesk.payments.PaymentStatus;
import org.ringdesk.payments.Recap;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;

/** An order from its first line to its payment, with several hands on it. */
class SellingIT extends Deployed {
    private static final ChannelCode CHANNEL = new ChannelCode("DE");
    private static final CustomerNumber CUSTOMER = new CustomerNumber("C20001");
    private static final int AT_ONCE = 8;

    @Inject
    private OrderEntry entry;

    @Inject
    private OrderHistory history;

    @Inject
    private CustomerDesk customers;

    @Inject
    private Products products;

    @Inject
    private Checkout checkout;

    @Test
    void isPlacedOncePaidAndStandsInTheHistory() throws Exception {
        OrderView order = draft(2);
        Recap paid = anna(() -> checkout.payByCard(order.number(), "tok_visa", order.total()));
        assertThat(paid.balance().isZero()).isTrue();
        UUID key = UUID.randomUUID();
        Recap placed = anna(() -> checkout.submit(order.number(), paid.order().version(), key));
        Recap again = anna(() -> checkout.submit(order.number(), paid.order().version(), key));

        assertThat(placed.order().status()).isEqualTo(OrderStatus.PLACED);
        assertThat(again.order().status()).isEqualTo(OrderStatus.PLACED);
        assertThat(again.payments()).hasSize(1).allMatch(p -> p.status() == PaymentStatus.AUTHORIZED);
        assertThat(anna(() -> history.recent(customers.get(CUSTOMER).id(), 10))).anySatisfy(row -> {
            assertThat(row.number()).isEqualTo(order.number());
            assertThat(row.status()).isEqualTo(OrderStatus.PLACED);
        });
    }

    @Test
    void manyClicksAtOncePlaceOnce() throws Exception {
        OrderView order = draft(1);
        Recap paid = anna(() -> checkout.payByCard(order.number(), "tok_visa", order.total()));
        UUID key = UUID.randomUUID();
        List<OrderStatus> results = atOnce(Collections.nCopies(AT_ONCE, () -> anna(() ->
                        checkout.submit(order.number(), paid.order().version(), key))
                .order()
                .status()));
        assertThat(results).contains(OrderStatus.PLACED);
        Recap after = anna(() -> checkout.recap(order.number()));
        assertThat(after.order().status()).isEqualTo(OrderStatus.PLACED);
        assertThat(after.payments()).hasSize(1);
    }

    @Test
    void whoChangesWhatTheyHaveNotSeenIsTold() throws Exception {
        OrderView order = draft(1);
        anna(() -> entry.changeQuantity(order.number(), order.version(), 1, 3));
        assertThatThrownBy(() -> anna(() -> entry.changeQuantity(order.number(), order.version(), 1, 5)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.key()).isEqualTo("order.changed");
                    assertThat(refusal.arguments().get(0)).isEqualTo("Anna Schmidt");
                });
        assertThat(anna(() -> entry.get(order.number())).lines().get(0).quantity())
                .isEqualTo(3);
    }

    @Test
    void manyHandsOnOneDraftLoseNothing() throws Exception {
        OrderView order = draft(1);
        List<Integer> added = atOnce(Collections.nCopies(AT_ONCE, () -> addUntilTaken(order.number())));
        assertThat(added).hasSize(AT_ONCE);
        assertThat(anna(() -> entry.get(order.number())).lines().get(0).quantity())
                .isEqualTo(1 + AT_ONCE);
    }

    private int addUntilTaken(OrderNumber number) throws Exception {
        int tries = 0;
        while (true) {
            tries++;
            OrderView seen = anna(() -> entry.get(number));
            try {
                anna(() -> entry.add(number, seen.version(), seen.lines().get(0).product(), 1));
                return tries;
            } catch (Refusal e) {
                assertThat(e.key()).isEqualTo("order.changed");
            }
        }
    }

    @Test
    void aGatewayThatGaveNoAnswerIsAskedAgain() throws Exception {
        OrderView order = draft(1);
        Recap paid = anna(() -> checkout.payByCard(order.number(), "tok_timeout", order.total()));
        Recap unknown = anna(() -> checkout.submit(order.number(), paid.order().version(), UUID.randomUUID()));
        assertThat(unknown.order().status()).isEqualTo(OrderStatus.SUBMITTED);
        assertThat(unknown.order().problem()).isEqualTo("payment-unknown");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> anna(() -> checkout.recap(order.number())).order().status() == OrderStatus.PLACED);
        assertThat(anna(() -> checkout.recap(order.number())).payments()).hasSize(1);
    }

    @Test
    void aCardNumberIsRefusedUnseen() throws Exception {
        OrderView order = draft(1);
        String number = "4242 4242 4242 4242";
        assertThatThrownBy(() -> anna(() -> checkout.payByCard(order.number(), number, order.total())))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.key()).isEqualTo("payment.card.number");
                    assertThat(refusal.toString()).doesNotContain("4242");
                });
        assertThatThrownBy(() -> anna(() -> checkout.payByCheck(order.number(), number, order.total())))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void onlyWhoMaySellsAndOnlyInTheirChannels() {
        assertThatThrownBy(() -> as("petra.lindner", Role.SUPERVISOR).call(() -> entry.start(CHANNEL, CUSTOMER, null)))
                .isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> as("emily.clarke", Role.AGENT).call(() -> entry.start(CHANNEL, CUSTOMER, null)))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.key()).isEqualTo("channel.denied"));
    }

    /** A new draft with one line, whatever drafts there were. */
    private OrderView draft(int quantity) throws Exception {
        OrderView begun = anna(() -> entry.start(CHANNEL, CUSTOMER, null));
        if (!begun.lines().isEmpty()) {
            anna(() -> {
                entry.discard(begun.number(), begun.version());
                return true;
            });
            return draft(quantity);
        }
        ProductNumber product = anna(() -> products.search(begun.channel(), "becher", "de", 1))
                .get(0)
                .number();
        return anna(() -> entry.add(begun.number(), begun.version(), product, quantity));
    }

    private static <T> T anna(Callable<T> work) throws Exception {
        return as("anna.schmidt", Role.AGENT).call(work);
    }
}
