package org.ringdesk.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ringdesk.catalog.Attributes;
import org.ringdesk.catalog.Availability;
import org.ringdesk.catalog.ItemRules;
import org.ringdesk.catalog.ProductNumber;
import org.ringdesk.catalog.ProductTraits;
import org.ringdesk.catalog.ProductView;
import org.ringdesk.catalog.SalesUnit;
import org.ringdesk.orders.domain.OrderEvent;
import org.ringdesk.orders.domain.Origin;
import org.ringdesk.orders.domain.Quantity;
import org.ringdesk.orders.domain.SalesOrder;
import org.ringdesk.orders.domain.Stamp;
import org.ringdesk.pricing.domain.Calculation;
import org.ringdesk.pricing.domain.Rules;
import org.ringdesk.pricing.domain.Taxes;
import org.ringdesk.shared.Money;
import org.ringdesk.shared.Refusal;

/** An order's life without a database. */
class SalesOrderTest {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Stamp ANNA = new Stamp("anna.schmidt", Instant.parse("2026-11-23T10:00:00Z"));
    private static final Map<Long, ProductTraits> TRAITS =
            Map.of(1L, traits(1, "mug.svg", "KITCHEN"), 2L, traits(2, "lamp.svg", "LIGHT"));
    private static final Money NOTHING = Money.zero(EUR);

    private final SalesOrder order =
            new SalesOrder(new OrderNumber("DE00000001"), new Origin(1, 1, EUR, null), DeliveryTerms.NONE, ANNA);

    @Test
    void tellsItsStoryInEvents() {
        assertThat(story(order.started(ANNA))).isEqualTo("STARTED []  -> ");
        assertThat(story(order.edit(ANNA).add(TODAY, mug(), new Quantity(2)))).isEqualTo("LINE_ADDED [Mug]  -> 2");
        assertThat(story(order.edit(ANNA).add(TODAY, mug(), new Quantity(1))))
                .isEqualTo("QUANTITY_CHANGED [Mug] 2 -> 3");
        assertThat(story(order.edit(ANNA).add(TODAY, lamp(), new Quantity(1)))).isEqualTo("LINE_ADDED [Lamp]  -> 1");
        assertThat(story(order.edit(ANNA).changeQuantity(2, new Quantity(4))))
                .isEqualTo("QUANTITY_CHANGED [Lamp] 1 -> 4");
        assertThat(story(order.edit(ANNA).remove(1))).isEqualTo("LINE_REMOVED [Mug] 3 -> ");
        price();
        assertThat(story(order.placing(ANNA).submit(exactly(order.total()))))
                .isEqualTo("SUBMITTED [DE00000001]  -> 156.00 EUR");
        assertThat(story(order.placing(ANNA).stop(OrderProblem.PAYMENT_UNKNOWN)))
                .isEqualTo("STOPPED [DE00000001]  -> payment-unknown");
        assertThat(story(order.placing(ANNA).place(exactly(order.total()))))
                .isEqualTo("PLACED [DE00000001]  -> 156.00 EUR");
        assertThat(order.status()).isEqualTo(OrderStatus.PLACED);
    }

    @Test
    void aLineKeepsThePriceItWasQuotedAt() {
        order.edit(ANNA).add(TODAY, mug(), new Quantity(1));
        order.edit(ANNA).add(TODAY, product(1, "Mug", "99.00"), new Quantity(1));
        price();
        assertThat(order.total()).isEqualTo(Money.of("25.80", "EUR"));
    }

    @Test
    void isPlacedOnlyWhenThePaymentsAreCertain() {
        order.edit(ANNA).add(TODAY, mug(), new Quantity(1));
        price();
        Money total = order.total();
        Money cent = Money.of("0.01", "EUR");
        for (Money wrong : List.of(NOTHING, total.minus(cent), total.plus(cent))) {
            refused("order.balance", o -> o.placing(ANNA).submit(exactly(wrong)));
        }
        order.placing(ANNA).submit(exactly(total));
        for (Money wrong : List.of(NOTHING, total.minus(cent), total.plus(cent))) {
            refused("order.balance", o -> o.placing(ANNA).place(exactly(wrong)));
        }
        order.placing(ANNA).place(exactly(total));
    }

    @Test
    void isNeverPlacedUnsubmittedOrTwiceOrEmpty() {
        refused("order.empty", o -> o.placing(ANNA).submit(exactly(NOTHING)));
        order.edit(ANNA).add(TODAY, mug(), new Quantity(1));
        price();
        refused("order.not-editable", o -> o.placing(ANNA).place(exactly(o.total())));
        refused("order.not-editable", o -> o.placing(ANNA).stop(OrderProblem.PAYMENT_DECLINED));
        order.placing(ANNA).submit(exactly(order.total()));
        order.placing(ANNA).place(exactly(order.total()));
        refused("order.not-editable", o -> o.placing(ANNA).place(exactly(o.total())));
        refused("order.not-editable", o -> o.placing(ANNA).submit(exactly(o.total())));
        refused("order.not-editable", o -> o.discard(ANNA));
    }

    @ParameterizedTest
    @EnumSource
    void opensAgainOnlyWhenItsProblemCanBeCorrected(OrderProblem problem) {
        order.edit(ANNA).add(TODAY, mug(), new Quantity(1));
        price();
        order.placing(ANNA).submit(exactly(order.total()));
        refused("order.not-editable", o -> o.edit(ANNA).remove(1));
        order.placing(ANNA).stop(problem);
        if (problem.isCorrectable()) {
            order.edit(ANNA).add(TODAY, lamp(), new Quantity(1));
            assertThat(order.status()).isEqualTo(OrderStatus.DRAFT);
        } else {
            refused("order.not-editable", o -> o.edit(ANNA).remove(1));
            refused("order.not-editable", o -> o.placing(ANNA).submit(exactly(o.total())));
            assertThat(order.status()).isEqualTo(OrderStatus.SUBMITTED);
        }
    }

    @Test
    void aRefusedVerbChangesNothing() {
        order.edit(ANNA).add(TODAY, mug(), new Quantity(9_999));
        price();
        Money before = order.total();
        refused("order.quantity.range", o -> o.edit(ANNA).add(TODAY, mug(), new Quantity(1)));
        refused("order.line.unknown", o -> o.edit(ANNA).changeQuantity(2, new Quantity(1)));
        price();
        assertThat(order.total()).isEqualTo(before);
    }

    @Test
    void hasAnEndOfLines() {
        for (int i = 1; i <= 500; i++) {
            order.edit(ANNA).add(TODAY, product(i, "Thing " + i, "1.00"), new Quantity(1));
        }
        refused("order.lines.most", o -> o.edit(ANNA).add(TODAY, product(501, "One more", "1.00"), new Quantity(1)));
        order.edit(ANNA).add(TODAY, product(500, "Thing 500", "1.00"), new Quantity(1));
    }

    private void refused(String key, Consumer<SalesOrder> verb) {
        assertThatThrownBy(() -> verb.accept(order))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.key()).isEqualTo(key));
    }

    private void price() {
        Taxes taxes = new Taxes("DE", true, Map.of("STANDARD", List.of(new Taxes.Rate("DE", BigDecimal.valueOf(19)))));
        Rules rules = new Rules(List.of(), List.of(), List.of(), List.of(), taxes);
        order.price(Calculation.price(order.basket(TODAY, TRAITS), rules));
    }

    private static String story(OrderEvent event) {
        return event.kind() + " [" + event.subject() + "] " + event.oldValue() + " -> " + event.newValue();
    }

    private static ProductView mug() {
        return product(1, "Mug", "12.90");
    }

    private static ProductTraits traits(long id, String picture, String category) {
        return new ProductTraits(
                id, picture, "STANDARD", category, "PCS", ItemRules.USUAL, Attributes.NONE, Availability.NONE);
    }

    private static ProductView lamp() {
        return product(2, "Lamp", "39.00");
    }

    private static ProductView product(long id, String name, String price) {
        return new ProductView(
                id,
                new ProductNumber("P-" + id),
                name,
                "Kitchen",
                "x.svg",
                "STANDARD",
                List.of(SalesUnit.piece(Money.of(price, "EUR"))),
                "",
                ItemRules.USUAL,
                Availability.NONE,
                null);
    }

    private static Coverage exactly(Money paid) {
        return new Coverage(paid, NOTHING, NOTHING);
    }
}
