package org.ringdesk.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ringdesk.orders.Selling.ANNA;
import static org.ringdesk.orders.Selling.EMILY;
import static org.ringdesk.orders.Selling.LUKAS;
import static org.ringdesk.orders.Selling.refused;
import static org.ringdesk.testing.Caller.as;

import jakarta.ejb.EJBAccessException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ringdesk.customers.CustomerDetails;
import org.ringdesk.customers.CustomerEdit;
import org.ringdesk.customers.CustomerFile;
import org.ringdesk.customers.CustomerView;
import org.ringdesk.payments.Checkout;
import org.ringdesk.payments.Recap;
import org.ringdesk.shared.Money;
import org.ringdesk.shared.Role;
import org.ringdesk.testing.Caller;
import org.ringdesk.testing.Database;

/** Delivery, notes and charges by hand, for the order and for its lines. */
class OrderTermsTest {
    private static final Caller SENIOR = as("miriam.vogel", Role.AGENT, Role.CHARGING);
    private static final BigDecimal FIVE = new BigDecimal("5.00");

    @ParameterizedTest
    @EnumSource
    void aNewOrderGoesTheUsualWayToThePreferredAddress(Database database) {
        Selling shop = new Selling(database);
        OrderView order = shop.draft();
        assertThat(order.terms().mode()).isEqualTo("STANDARD");
        assertThat(order.terms().shipTo()).isEqualTo(new ShipTo("Weg 1", "10115", "Berlin", "DE"));
        assertThat(order.terms().requestedOn()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void anotherModeOfDeliveryFindsTheChargesAnew(Database database) {
        Selling shop = new Selling(database);
        OrderView order = shop.add(shop.filled(), "MUG-002", 1);
        assertThat(order.charges()).isEqualTo(Money.of("5.95", "EUR"));

        order = wish(shop, order, mode(order, "EXPRESS"));
        assertThat(order.charges()).isEqualTo(Money.of("14.95", "EUR"));
        assertThat(order.total()).isEqualTo(order.goods().plus(order.charges()));
        OrderView express = order;
        assertThat(ANNA.call(() -> shop.rooms().get(LinePrices.class).details(express.number())))
                .filteredOn(d -> d.code().equals("EXPRESS"))
                .extracting(d -> d.rule() + " " + d.position() + " " + d.amount())
                .containsExactly("CHARGE 1 4.50 EUR", "CHARGE 2 4.50 EUR");

        order = wish(shop, order, mode(order, "PICKUP"));
        assertThat(order.charges()).isEqualTo(Money.of("0.00", "EUR"));

        order = line(shop, order, 2, new DeliveryTerms("EXPRESS", null, null, null, null));
        assertThat(order.charges()).isEqualTo(Money.of("4.50", "EUR"));
        order = line(shop, order, 2, DeliveryTerms.NONE);
        assertThat(order.charges()).isEqualTo(Money.of("0.00", "EUR"));
        assertThat(shop.now(order.number())).isEqualTo(order);
    }

    @ParameterizedTest
    @EnumSource
    void aLineFollowsTheOrderWhereItDoesNotDiffer(Database database) {
        Selling shop = new Selling(database);
        CustomerView customer = withOffice(shop);
        OrderView order = shop.add(shop.add(shop.draft(customer), "MUG-001", 1), "MUG-002", 1);
        ShipTo office = new ShipTo("Amt 2", "20095", "Hamburg", "DE");
        LocalDate day = today(shop).plusDays(9);
        order = line(shop, order, 1, new DeliveryTerms(null, office, day, true, null));
        DeliveryTerms wanted = order.terms();
        order = wish(shop, order, new DeliveryTerms("EXPRESS", wanted.shipTo(), day.plusDays(1), false, true));

        DeliveryTerms first = order.lines().get(0).own().over(order.terms());
        assertThat(first).isEqualTo(new DeliveryTerms("EXPRESS", office, day, true, true));
        DeliveryTerms second = order.lines().get(1).own().over(order.terms());
        assertThat(second.shipTo()).isEqualTo(wanted.shipTo());
        assertThat(second.requestedOn()).isEqualTo(day.plusDays(1));
        assertThat(second.isExpedited()).isFalse();
        assertThat(second.isShippedComplete()).isTrue();
        assertThat(shop.rows("select e.kind, e.subject, e.old_value, e.new_value from order_event e"
                        + " join sales_order o on o.id = e.order_id where o.number = '" + order.number()
                        + "' and e.kind like '%_CHANGED' order by e.id"))
                .extracting(row -> row[0] + " " + row[2] + " -> " + row[3])
                .containsExactly(
                        "SHIP_TO_CHANGED null -> Amt 2, 20095 Hamburg, DE",
                        "REQUESTED_CHANGED null -> " + day,
                        "EXPEDITE_CHANGED null -> ✓",
                        "MODE_CHANGED STANDARD -> EXPRESS",
                        "REQUESTED_CHANGED null -> " + day.plusDays(1),
                        "COMPLETE_CHANGED null -> ✓");
        long version = order.version();
        assertThat(wish(shop, order, order.terms()).version())
                .as("what is not new is no change")
                .isEqualTo(version);
    }

    @ParameterizedTest
    @EnumSource
    void whatNobodyCanWantIsRefused(Database database) {
        Selling shop = new Selling(database);
        OrderView order = shop.filled();
        DeliveryTerms terms = order.terms();
        refused("order.mode.unknown", () -> wish(shop, order, mode(order, "PIGEON")));
        ShipTo elsewhere = new ShipTo("Weg 2", "10115", "Berlin", "DE");
        refused(
                "order.ship-to.unknown",
                () -> line(shop, order, 1, new DeliveryTerms(null, elsewhere, null, null, null)));
        LocalDate today = today(shop);
        for (LocalDate day : List.of(today.minusDays(1), today.plusYears(1).plusDays(1))) {
            refused(
                    "order.requested.range",
                    () -> wish(shop, order, new DeliveryTerms(terms.mode(), terms.shipTo(), day, null, null)));
        }
        refused("order.line.unknown", () -> line(shop, order, 7, DeliveryTerms.NONE));
        refused("order.unknown", () -> EMILY.call(() -> terms(shop).wish(order.number(), order.version(), terms)));
        assertThat(shop.now(order.number())).isEqualTo(order);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsSentNeedsAnAddressWhenItIsSubmitted(Database database) {
        Selling shop = new Selling(database);
        OrderView order = wish(shop, shop.filled(), new DeliveryTerms("EXPRESS", null, null, null, null));
        Recap paid =
                ANNA.call(() -> shop.rooms().get(Checkout.class).payByCheck(order.number(), "4711", order.total()));
        refused("order.ship-to.missing", () -> submit(shop, paid.order()));
        OrderView collected = wish(shop, paid.order(), new DeliveryTerms("PICKUP", null, null, null, null));
        Recap over = ANNA.call(() -> shop.rooms()
                .get(Checkout.class)
                .remove(order.number(), paid.payments().get(0).id()));
        assertThat(over.order().total()).isEqualTo(collected.total());
        Recap exact =
                ANNA.call(() -> shop.rooms().get(Checkout.class).payByCheck(order.number(), "4711", collected.total()));
        assertThat(submit(shop, exact.order()).order().status()).isEqualTo(OrderStatus.PLACED);
    }

    @ParameterizedTest
    @EnumSource
    void notesAreKeptWithTheirAuthorAlsoOnPlacedOrders(Database database) {
        Selling shop = new Selling(database);
        OrderView order = shop.filled();
        OrderView noted =
                ANNA.call(() -> terms(shop).note(order.number(), order.version(), 1, " Ring twice ", false, true));
        assertThat(noted.version()).isEqualTo(order.version() + 1);
        OrderView again =
                LUKAS.call(() -> terms(shop).note(order.number(), noted.version(), null, "Was angry", true, false));
        assertThat(ANNA.call(() -> terms(shop).notes(order.number())))
                .extracting(n -> n.who() + ": " + n.position() + " " + n.text() + " " + n.internal() + n.printed())
                .containsExactly("Anna Schmidt: 1 Ring twice falsetrue", "Lukas Weber: null Was angry truefalse");
        refused("order.note.missing", () -> note(shop, again, " ", false, false));
        refused("order.note.long", () -> note(shop, again, "x".repeat(501), false, false));
        refused("order.note.internal", () -> note(shop, again, "Both", true, true));
        refused("payment.card.number", () -> note(shop, again, "4111 1111 1111 1111", false, false));
        refused("order.changed", () -> note(shop, order, "Late", false, false));

        Recap paid = ANNA.call(() -> shop.rooms().get(Checkout.class).payByCheck(order.number(), "12", again.total()));
        OrderView placed = submit(shop, paid.order()).order();
        OrderView later = note(shop, placed, "Called back", true, false);
        assertThat(later.status()).isEqualTo(OrderStatus.PLACED);
        long first = ANNA.call(() -> terms(shop).notes(order.number())).get(0).id();
        ANNA.call(() -> terms(shop).removeNote(order.number(), later.version(), first));
        assertThat(ANNA.call(() -> terms(shop).notes(order.number())))
                .extracting(NoteView::text)
                .containsExactly("Was angry", "Called back");
    }

    @ParameterizedTest
    @EnumSource
    void whoMayChargesByHandWithinTheLimit(Database database) {
        Selling shop = new Selling(database);
        OrderView order = shop.filled();
        refused("pricing.charge.denied", () -> ANNA.call(() -> charge(shop, order, "GIFTWRAP", FIVE, null)));
        OrderView wrapped = SENIOR.call(() -> charge(shop, order, "GIFTWRAP", FIVE, 1));
        assertThat(wrapped.charges()).isEqualTo(order.charges().plus(Money.of("5.00", "EUR")));
        OrderView both = SENIOR.call(() -> charge(shop, wrapped, "ENGRAVE", FIVE, null));
        OrderView changed = SENIOR.call(() -> charge(shop, both, "GIFTWRAP", BigDecimal.ONE, 1));
        assertThat(changed.handCharges())
                .extracting(c -> c.code() + " " + c.amount() + " " + c.position())
                .containsExactlyInAnyOrder("GIFTWRAP 1.00 EUR 1", "ENGRAVE 5.00 EUR null");
        assertThat(changed.charges()).isEqualTo(order.charges().plus(Money.of("6.00", "EUR")));
        for (String wrong : List.of("0", "-1", "25.01", "1.001")) {
            refused(
                    "pricing.charge.range",
                    () -> SENIOR.call(() -> charge(shop, changed, "GIFTWRAP", new BigDecimal(wrong), 1)));
        }
        refused("pricing.charge.unknown", () -> SENIOR.call(() -> charge(shop, changed, "BRIBE", FIVE, null)));
        refused("order.line.unknown", () -> SENIOR.call(() -> charge(shop, changed, "GIFTWRAP", FIVE, 9)));
        refused(
                "pricing.charge.denied",
                () -> ANNA.call(() -> terms(shop).dropCharge(order.number(), changed.version(), "ENGRAVE", null)));
        OrderView dropped =
                SENIOR.call(() -> terms(shop).dropCharge(order.number(), changed.version(), "ENGRAVE", null));
        assertThat(dropped.charges()).isEqualTo(order.charges().plus(Money.of("1.00", "EUR")));
        refused(
                "order.charge.unknown",
                () -> SENIOR.call(() -> terms(shop).dropCharge(order.number(), dropped.version(), "ENGRAVE", null)));
        OrderView more = shop.add(dropped, "MUG-002", 1);
        OrderView without = ANNA.call(() -> shop.entry().remove(order.number(), more.version(), 1));
        assertThat(without.handCharges()).as("a charge goes with its line").isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void onlyAgentsSayHowAnOrderIsWantedAndSupervisorsOnlyNoteSomething(Database database) {
        Selling shop = new Selling(database);
        OrderView order = shop.filled();
        Caller petra = as("petra.lindner", Role.SUPERVISOR);
        assertThatThrownBy(
                        () -> petra.call(() -> terms(shop).wish(order.number(), order.version(), DeliveryTerms.NONE)))
                .isInstanceOf(EJBAccessException.class);
        OrderView noted = petra.call(
                () -> terms(shop).note(order.number(), order.version(), null, "Is known to us", true, false));
        long note = petra.call(() -> terms(shop).notes(order.number())).get(0).id();
        assertThatThrownBy(() -> petra.call(() -> terms(shop).removeNote(order.number(), noted.version(), note)))
                .isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() ->
                        as("katrin.brandt", Role.ADMIN).call(() -> terms(shop).notes(order.number())))
                .isInstanceOf(EJBAccessException.class);
    }

    private static OrderTerms terms(Selling shop) {
        return shop.rooms().get(OrderTerms.class);
    }

    private static OrderView wish(Selling shop, OrderView order, DeliveryTerms wanted) {
        return ANNA.call(() -> terms(shop).wish(order.number(), order.version(), wanted));
    }

    private static OrderView line(Selling shop, OrderView order, int position, DeliveryTerms own) {
        return ANNA.call(() -> terms(shop).wish(order.number(), order.version(), position, own));
    }

    private static OrderView note(Selling shop, OrderView order, String text, boolean internal, boolean printed) {
        return ANNA.call(() -> terms(shop).note(order.number(), order.version(), null, text, internal, printed));
    }

    private static OrderView charge(
            Selling shop, OrderView order, String code, BigDecimal amount, @Nullable Integer position) {
        return terms(shop).charge(order.number(), order.version(), code, amount, position);
    }

    private static Recap submit(Selling shop, OrderView order) {
        return ANNA.call(
                () -> shop.rooms().get(Checkout.class).submit(order.number(), order.version(), UUID.randomUUID()));
    }

    private static DeliveryTerms mode(OrderView order, String mode) {
        return new DeliveryTerms(mode, order.terms().shipTo(), null, null, null);
    }

    private static LocalDate today(Selling shop) {
        return LocalDate.ofInstant(
                shop.rooms().clock().instant(), shop.draft().channel().zone());
    }

    /** Somebody with a second address. */
    private static CustomerView withOffice(Selling shop) {
        CustomerView known = shop.somebody();
        CustomerFile file = shop.rooms().get(CustomerFile.class);
        return ANNA.call(() -> {
            CustomerDetails read = file.details(known.number());
            List<CustomerEdit.Address> addresses = new ArrayList<>(read.addresses().stream()
                    .map(p -> new CustomerEdit.Address(
                            p.id(), p.kind(), p.street(), p.postalCode(), p.city(), p.country()))
                    .toList());
            addresses.add(new CustomerEdit.Address(null, "BILLING", "Amt 2", "20095", "Hamburg", "DE"));
            return file.edit(
                            known.number(),
                            new CustomerEdit(
                                    read.version(),
                                    known.firstName(),
                                    known.lastName(),
                                    null,
                                    null,
                                    "de",
                                    null,
                                    List.of("+493023125098"),
                                    addresses))
                    .customer();
        });
    }
}
