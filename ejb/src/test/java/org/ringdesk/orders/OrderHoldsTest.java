package org.ringdesk.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringdesk.orders.Selling.ANNA;
import static org.ringdesk.orders.Selling.EMILY;
import static org.ringdesk.orders.Selling.refused;
import static org.ringdesk.testing.Caller.as;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ringdesk.payments.Checkout;
import org.ringdesk.payments.PaymentView;
import org.ringdesk.payments.Recap;
import org.ringdesk.shared.Role;
import org.ringdesk.testing.Caller;
import org.ringdesk.testing.Database;

/** Orders held by hand, and who lets them go. */
class OrderHoldsTest {
    private static final Caller SENIOR = as("miriam.vogel", Role.AGENT, Role.HOLDS);
    private static final Caller PETRA = as("petra.lindner", Role.SUPERVISOR);

    @ParameterizedTest
    @EnumSource
    void aHeldDraftIsNeitherChangedNorPaidNorPlaced(Database database) {
        Selling shop = new Selling(database);
        Recap paid = paid(shop);
        OrderView held = hold(shop, paid.order(), "WISH", null);
        assertThat(held.status()).isEqualTo(OrderStatus.ON_HOLD);
        assertThat(held.version()).isEqualTo(paid.order().version() + 1);
        refused("order.not-editable", () -> shop.add(held, "MUG-002", 1));
        refused("order.not-editable", () -> submit(shop, held));
        refused(
                "order.not-editable",
                () -> ANNA.call(() -> shop.rooms().get(Checkout.class).payByCheck(held.number(), "1", held.total())));
        assertThat(ANNA.call(() -> shop.entry().drafts()))
                .filteredOn(d -> d.number().equals(held.number()))
                .extracting(OrderSummary::status)
                .containsExactly(OrderStatus.ON_HOLD);

        OrderView cleared = clear(shop, ANNA, held, "Asked to go on");
        assertThat(cleared.status()).isEqualTo(OrderStatus.DRAFT);
        assertThat(submit(shop, cleared).order().status()).isEqualTo(OrderStatus.PLACED);
        assertThat(ANNA.call(() -> holds(shop).holds(held.number())))
                .extracting(h -> h.label() + ", " + h.heldBy() + ", " + h.clearedBy() + ": " + h.clearReason())
                .containsExactly("Auf Wunsch des Kunden, Anna Schmidt, Anna Schmidt: Asked to go on");
    }

    @ParameterizedTest
    @EnumSource
    void aPlacedOrderIsHeldAndGoesOnAsPlaced(Database database) {
        Selling shop = new Selling(database);
        OrderView placed = submit(shop, paid(shop).order()).order();
        OrderView held = hold(shop, placed, "ADDRESS", "No such street");
        assertThat(held.status()).isEqualTo(OrderStatus.ON_HOLD);
        assertThat(held.placedAt()).isEqualTo(placed.placedAt());
        assertThat(ANNA.call(() -> shop.rooms().get(OrderHistory.class).recent(customer(shop, held), 1)))
                .extracting(OrderSummary::status)
                .containsExactly(OrderStatus.ON_HOLD);
        assertThat(clear(shop, ANNA, held, null).status()).isEqualTo(OrderStatus.PLACED);
        assertThat(shop.rows("select e.kind, e.old_value, e.new_value, e.reason from order_event e join sales_order o"
                        + " on o.id = e.order_id where o.number = '" + held.number()
                        + "' and e.kind in ('HELD', 'HOLD_CLEARED') order by e.id"))
                .extracting(row -> row[0] + " " + row[1] + " -> " + row[2] + ": " + row[3])
                .containsExactly(
                        "HELD null -> Anschrift klären: No such street", "HOLD_CLEARED Anschrift klären -> null: null");
    }

    @ParameterizedTest
    @EnumSource
    void whatMayBeHeldByAnybodyIsNotClearedByAnybody(Database database) {
        Selling shop = new Selling(database);
        OrderView order = shop.filled();
        OrderView held = hold(shop, order, "FRAUD", "Third card");
        refused("order.hold.denied", () -> clear(shop, ANNA, held, null));
        assertThat(ANNA.call(() -> holds(shop).holds(order.number())))
                .extracting(HoldView::mayClear)
                .containsExactly(false);
        assertThat(SENIOR.call(() -> holds(shop).holds(order.number())))
                .extracting(HoldView::mayClear)
                .containsExactly(true);
        assertThat(clear(shop, SENIOR, held, null).status()).isEqualTo(OrderStatus.DRAFT);

        OrderView again = hold(shop, shop.now(order.number()), "FRAUD", "Fourth card");
        assertThat(clear(shop, PETRA, again, "Known to us").status()).isEqualTo(OrderStatus.DRAFT);
    }

    @ParameterizedTest
    @EnumSource
    void anOrderHeldTwiceGoesOnWhenTheLastHoldIsCleared(Database database) {
        Selling shop = new Selling(database);
        OrderView wish = hold(shop, shop.filled(), "WISH", null);
        refused("order.hold.twice", () -> hold(shop, wish, "WISH", null));
        OrderView both = hold(shop, wish, "ADDRESS", "Which floor?");
        OrderView one = clear(shop, ANNA, both, null);
        assertThat(one.status()).isEqualTo(OrderStatus.ON_HOLD);
        assertThat(clear(shop, ANNA, one, null).status()).isEqualTo(OrderStatus.DRAFT);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsMissingOrUnknownIsRefused(Database database) {
        Selling shop = new Selling(database);
        OrderView order = shop.filled();
        refused("order.hold.unknown", () -> hold(shop, order, "MOON", "Full"));
        refused("order.reason.missing", () -> hold(shop, order, "FRAUD", " "));
        refused("order.reason.long", () -> hold(shop, order, "WISH", "x".repeat(201)));
        refused("payment.card.number", () -> hold(shop, order, "WISH", "4111111111111111"));
        refused("order.unknown", () -> EMILY.call(() -> holds(shop).hold(order.number(), 1, "WISH", null)));
        refused("order.hold.none", () -> ANNA.call(() -> holds(shop).clear(order.number(), order.version(), 1, null)));
        assertThat(shop.now(order.number())).isEqualTo(order);
        OrderView held = hold(shop, order, "WISH", null);
        refused("order.changed", () -> hold(shop, order, "ADDRESS", "Late"));
        long id = open(shop, held).id();
        OrderView cleared = clear(shop, ANNA, held, null);
        refused(
                "order.hold.none",
                () -> ANNA.call(() -> holds(shop).clear(order.number(), cleared.version(), id, null)));
    }

    @ParameterizedTest
    @EnumSource
    void aDeclinedOrderIsHeldButOneWhoseMoneyIsUnknownIsNot(Database database) {
        Selling shop = new Selling(database);
        OrderView declined = submit(shop, paid(shop, "tok_declined").order()).order();
        assertThat(declined.problem()).isEqualTo("payment-declined");
        OrderView held = hold(shop, declined, "WISH", null);
        assertThat(held.problem()).isNull();
        assertThat(clear(shop, ANNA, held, null).status()).isEqualTo(OrderStatus.DRAFT);

        Recap unknown = submit(shop, paid(shop, "tok_timeout").order());
        assertThat(unknown.order().problem()).isEqualTo("payment-unknown");
        refused("order.not-editable", () -> hold(shop, unknown.order(), "WISH", null));
        assertThat(unknown.payments()).extracting(PaymentView::status).hasSize(1);
    }

    private static OrderHolds holds(Selling shop) {
        return shop.rooms().get(OrderHolds.class);
    }

    private static OrderView hold(Selling shop, OrderView order, String code, @Nullable String reason) {
        return ANNA.call(() -> holds(shop).hold(order.number(), order.version(), code, reason));
    }

    private static OrderView clear(Selling shop, Caller who, OrderView order, @Nullable String reason) {
        return who.call(() -> holds(shop)
                .clear(order.number(), order.version(), open(shop, order).id(), reason));
    }

    private static HoldView open(Selling shop, OrderView order) {
        return ANNA.call(() -> holds(shop).holds(order.number())).stream()
                .filter(HoldView::isOpen)
                .findFirst()
                .orElseThrow();
    }

    private static long customer(Selling shop, OrderView order) {
        return ((Number) shop.rows("select customer_id, id from sales_order where number = '" + order.number() + "'")
                        .get(0)[0])
                .longValue();
    }

    private static Recap paid(Selling shop) {
        return paid(shop, "tok_visa");
    }

    private static Recap paid(Selling shop, String token) {
        OrderView order = shop.filled();
        return ANNA.call(() -> shop.rooms().get(Checkout.class).payByCard(order.number(), token, order.total()));
    }

    private static Recap submit(Selling shop, OrderView order) {
        return ANNA.call(
                () -> shop.rooms().get(Checkout.class).submit(order.number(), order.version(), UUID.randomUUID()));
    }
}
