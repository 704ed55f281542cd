package org.ringdesk.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ringdesk.it.As.as;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.ringdesk.administration.ChannelCode;
import org.ringdesk.administration.Channels;
import org.ringdesk.catalog.ProductNumber;
import org.ringdesk.catalog.ProductUnitView;
import org.ringdesk.catalog.ProductUnits;
import org.ringdesk.catalog.Products;
import org.ringdesk.catalog.TaxRateView;
import org.ringdesk.catalog.TaxRates;
import org.ringdesk.customers.CustomerNumber;
import org.ringdesk.orders.Fulfilment;
import org.ringdesk.orders.OrderEntry;
import org.ringdesk.orders.OrderStatus;
import org.ringdesk.orders.OrderView;
import org.ringdesk.orders.Shipped;
import org.ringdesk.payments.Checkout;
import org.ringdesk.payments.Recap;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;

/** Boxes inside the server, from the order to the parcels, and who sets units and tax rates. */
class UnitDoorsIT extends Deployed {
    private static final As KATRIN = as("katrin.brandt", Role.ADMIN);
    private static final As ANNA = as("anna.schmidt", Role.AGENT);
    private static final As WAREHOUSE = as("warehouse", Role.FULFILMENT);
    private static final ChannelCode CHANNEL = new ChannelCode("DE");
    private static final ProductNumber TEA = new ProductNumber("TEA-003");

    @Inject
    private OrderEntry entry;

    @Inject
    private Checkout checkout;

    @Inject
    private Fulfilment fulfilment;

    @Inject
    private ProductUnits units;

    @Inject
    private TaxRates taxes;

    @Inject
    private Products products;

    @Inject
    private Channels channels;

    @Test
    void boxesAreSentAndInvoicedByTheBox() throws Exception {
        OrderView draft = ANNA.call(() -> entry.start(CHANNEL, new CustomerNumber("C20002"), null));
        for (OrderView.Line line : draft.lines()) {
            OrderView seen = ANNA.call(() -> entry.get(draft.number()));
            ANNA.call(() -> entry.remove(seen.number(), seen.version(), line.position()));
        }
        OrderView empty = ANNA.call(() -> entry.get(draft.number()));
        OrderView order = ANNA.call(() -> entry.add(empty.number(), empty.version(), TEA, 3, "Karton"));
        assertThat(order.lines().get(0).counted()).isEqualTo("3 Karton");
        int line = order.lines().get(0).position();
        Recap paid = ANNA.call(() -> checkout.payByCard(order.number(), "tok_visa", order.total()));
        Recap placed =
                ANNA.call(() -> checkout.submit(order.number(), paid.order().version(), UUID.randomUUID()));
        assertThat(placed.order().status()).isEqualTo(OrderStatus.PLACED);

        assertThatThrownBy(() -> WAREHOUSE.call(() -> {
                    fulfilment.ship(order.number(), new Shipped("ALL-PIECES", null, null, Map.of(line, 36)));
                    return null;
                }))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.key()).isEqualTo("fulfilment.pieces"));
        WAREHOUSE.call(() -> {
            fulfilment.ship(order.number(), new Shipped("ONE-BOX", null, null, Map.of(line, 1)));
            fulfilment.invoice(order.number(), "R-" + order.number(), Map.of());
            return null;
        });
        OrderView after = ANNA.call(() -> entry.get(order.number()));
        assertThat(after.lines().get(0).shipped()).isEqualTo(1);
        assertThat(after.lines().get(0).invoiced()).isEqualTo(1);
        assertThat(after.lines().get(0).quantity()).isEqualTo(3);
    }

    @Test
    void onlyAdminsSetUnitsAndTaxRates() {
        ProductUnitView unit = new ProductUnitView(TEA, "PALLET", 480, false, true, Map.of(), 0);
        TaxRateView rate = new TaxRateView("CH", "STANDARD", BigDecimal.ONE, null, null, 0);
        Map<String, Callable<?>> doors = Map.of(
                "measures", units::measures,
                "find", () -> units.find(TEA, "BOX"),
                "save", () -> units.save(unit),
                "rates", taxes::all,
                "rate", () -> taxes.find("DE", "STANDARD", null),
                "save rate", () -> taxes.save(rate));
        for (As other : List.of(ANNA, as("petra.lindner", Role.SUPERVISOR), WAREHOUSE)) {
            doors.forEach((name, door) -> assertThatThrownBy(() -> other.call(door))
                    .as("%s: %s", other, name)
                    .isInstanceOf(EJBAccessException.class));
        }
        doors.forEach((name, door) ->
                assertThatThrownBy(door::call).as("nobody: %s", name).isInstanceOf(EJBAccessException.class));
    }

    @Test
    void ofManyWhoSetTheSameUnitAtOnceOneDoes() throws Exception {
        ProductNumber honey = new ProductNumber("HNY-003");
        ProductUnitView box = KATRIN.call(() -> units.find(honey, "BOX")).orElseThrow();
        List<Callable<String>> changes = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            BigDecimal price = new BigDecimal(50 + i);
            long channel = KATRIN.call(() -> channels.get(CHANNEL)).id();
            changes.add(() -> {
                try {
                    KATRIN.call(() -> units.save(
                            new ProductUnitView(honey, "BOX", 6, false, true, Map.of(channel, price), box.version())));
                    return "saved";
                } catch (Refusal refusal) {
                    return refusal.key();
                }
            });
        }
        assertThat(atOnce(changes)).filteredOn(o -> !o.equals("rules.changed")).containsExactly("saved");
        ProductUnitView now = KATRIN.call(() -> units.find(honey, "BOX")).orElseThrow();
        assertThat(now.version()).isGreaterThan(box.version());
        assertThat(ANNA.call(() -> products.get(channels.get(CHANNEL), honey, "en")
                        .in("box")
                        .usual()
                        .price()
                        .amount()))
                .isEqualByComparingTo(now.prices().values().iterator().next());
        KATRIN.call(() -> units.save(new ProductUnitView(honey, "BOX", 6, false, true, Map.of(), now.version())));
        assertThat(KATRIN.call(() -> units.find(honey, "BOX")).orElseThrow().prices())
                .isEmpty();
    }

    @Test
    void aRateHasItsDays() throws Exception {
        LocalDate day = LocalDate.of(2031, 1, 1);
        TaxRateView rate = KATRIN.call(
                () -> taxes.save(new TaxRateView("CH", "DATED", new BigDecimal("8.100"), day, day.plusYears(1), 0)));
        assertThat(KATRIN.call(() -> taxes.find("CH", "DATED", day))).contains(rate);
        assertThat(KATRIN.call(() -> taxes.find("CH", "DATED", null))).isEmpty();
        assertThatThrownBy(() ->
                        KATRIN.call(() -> taxes.save(new TaxRateView("CH", "DATED", BigDecimal.TEN, day, null, 0))))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.key()).isEqualTo("rules.changed"));
    }
}
