package org.ringdesk.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.ringdesk.it.As.as;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.ringdesk.administration.ChannelCode;
import org.ringdesk.catalog.ProductNumber;
import org.ringdesk.catalog.Products;
import org.ringdesk.customers.CustomerNumber;
import org.ringdesk.orders.DeliveryTerms;
import org.ringdesk.orders.EventView;
import org.ringdesk.orders.Fulfilment;
import org.ringdesk.orders.OrderChanges;
import org.ringdesk.orders.OrderEntry;
import org.ringdesk.orders.OrderHolds;
import org.ringdesk.orders.OrderNumber;
import org.ringdesk.orders.OrderStatus;
import org.ringdesk.orders.OrderStory;
import org.ringdesk.orders.OrderTerms;
import org.ringdesk.orders.OrderView;
import org.ringdesk.orders.Shipped;
import org.ringdesk.payments.Checkout;
import org.ringdesk.payments.PaymentStatus;
import org.ringdesk.payments.PaymentView;
import org.ringdesk.payments.Recap;
import org.ringdesk.shared.Role;

/** The front doors for terms, holds, changes and fulfilment inside the server, and the timer that has money taken. */
class AfterPlacingDoorsIT extends Deployed {
    private static final As WAREHOUSE = as("warehouse", Role.FULFILMENT);

    @Inject
    private OrderEntry entry;

    @Inject
    private OrderTerms terms;

    @Inject
    private OrderHolds holds;

    @Inject
    private OrderChanges changes;

    @Inject
    private OrderStory story;

    @Inject
    private Fulfilment fulfilment;

    @Inject
    private Products products;

    @Inject
    private Checkout checkout;

    @Test
    void whatIsSentAndInvoicedIsPaidByTheTimer() throws Exception {
        OrderView order = placed("C20031");
        OrderNumber number = order.number();
        // a draft of the customer's that another test left may have some, too
        int pieces = order.lines().get(0).quantity();
        WAREHOUSE.run(() -> fulfilment.release(number, Set.of()));
        WAREHOUSE.run(() -> fulfilment.ship(number, new Shipped("P-1", "DHL", "JD1", Map.of(1, pieces))));
        WAREHOUSE.run(() -> fulfilment.invoice(number, "R-1", Map.of()));
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                        anna(() -> checkout.recap(number)).payments())
                .extracting(PaymentView::status)
                .containsExactly(PaymentStatus.PAID));
        assertThat(anna(() -> story.events(number)))
                .extracting(EventView::kind)
                .extracting(Enum::name)
                .startsWith("MONEY_TAKEN", "INVOICED", "SHIPPED", "RELEASED");
        assertThat(anna(() -> story.shipments(number))).singleElement().satisfies(s -> {
            assertThat(s.tracking()).isEqualTo("JD1");
            assertThat(s.pieces()).containsEntry(1, pieces);
        });
    }

    @Test
    void aChangedOrderIsPlacedAgainAndACancelledOneGivesBackItsMoney() throws Exception {
        OrderView order = placed("C20032");
        OrderView open = anna(() -> changes.change(order.number(), order.version(), "One less"));
        OrderView less = anna(() -> entry.changeQuantity(order.number(), open.version(), 1, 1));
        Recap again = anna(() -> checkout.submit(order.number(), less.version(), UUID.randomUUID()));
        assertThat(again.order().status()).isEqualTo(OrderStatus.PLACED);
        assertThat(again.balance().isZero()).isTrue();
        OrderView gone = anna(() -> changes.cancel(order.number(), again.order().version(), "No more"));
        assertThat(gone.status()).isEqualTo(OrderStatus.CANCELLED);
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                        anna(() -> checkout.recap(order.number())).payments())
                .isEmpty());
        refused(
                "fulfilment.stopped",
                () -> WAREHOUSE.call(() -> {
                    fulfilment.release(order.number(), Set.of());
                    return true;
                }));
    }

    @Test
    void aHoldIsClearedByWhoMay() throws Exception {
        OrderView order = placed("C20033");
        OrderView held = anna(() -> holds.hold(order.number(), order.version(), "FRAUD", "Third card"));
        long hold = anna(() -> holds.holds(order.number())).get(0).id();
        refused("order.hold.denied", () -> anna(() -> holds.clear(order.number(), held.version(), hold, null)));
        OrderView cleared = as("petra.lindner", Role.SUPERVISOR)
                .call(() -> holds.clear(order.number(), held.version(), hold, "Known"));
        assertThat(cleared.status()).isEqualTo(OrderStatus.PLACED);
    }

    @Test
    void everyDoorHasItsRoles() throws Exception {
        OrderView order = placed("C20034");
        OrderNumber number = order.number();
        Map<String, Callable<?>> agents = Map.of(
                "wish", () -> terms.wish(number, 1, DeliveryTerms.NONE),
                "note", () -> terms.note(number, 1, null, "x", true, false),
                "notes", () -> terms.notes(number),
                "charge", () -> terms.charge(number, 1, "GIFTWRAP", null, null),
                "hold", () -> holds.hold(number, 1, "WISH", null),
                "change", () -> changes.change(number, 1, "x"),
                "cancel", () -> changes.cancel(number, 1, "x"),
                "cancelLine", () -> changes.cancelLine(number, 1, 1, "x"),
                "events", () -> story.events(number));
        for (As other : List.of(WAREHOUSE, as("katrin.brandt", Role.ADMIN))) {
            agents.forEach((name, door) -> assertThatThrownBy(() -> other.call(door))
                    .as("%s: %s", other, name)
                    .isInstanceOf(EJBAccessException.class));
        }
        for (As other : List.of(as("anna.schmidt", Role.AGENT), as("petra.lindner", Role.SUPERVISOR))) {
            assertThatThrownBy(() -> other.run(() -> fulfilment.release(number, Set.of())))
                    .isInstanceOf(EJBAccessException.class);
        }
        As emily = as("emily.clarke", Role.AGENT);
        agents.values().forEach(door -> refused("order.unknown", () -> emily.call(door)));
        assertThat(anna(() -> entry.get(number))).isEqualTo(order);
    }

    /** Two cups, paid by card. */
    private OrderView placed(String customer) throws Exception {
        OrderView begun = anna(() -> entry.start(new ChannelCode("DE"), new CustomerNumber(customer), null));
        ProductNumber cup = anna(() -> products.search(begun.channel(), "becher", "de", 1))
                .get(0)
                .number();
        OrderView order = anna(() -> entry.add(begun.number(), begun.version(), cup, 2));
        Recap paid = anna(() -> checkout.payByCard(order.number(), "tok_visa", order.total()));
        Recap placed = anna(() -> checkout.submit(order.number(), paid.order().version(), UUID.randomUUID()));
        assertThat(placed.order().status()).isEqualTo(OrderStatus.PLACED);
        return placed.order();
    }

    private static <T> T anna(Callable<T> work) throws Exception {
        return as("anna.schmidt", Role.AGENT).call(work);
    }
}
