package org.ringdesk.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringdesk.orders.Selling.ANNA;
import static org.ringdesk.orders.Selling.refusal;
import static org.ringdesk.orders.Selling.refused;
import static org.ringdesk.testing.Caller.as;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ringdesk.catalog.ProductNumber;
import org.ringdesk.catalog.ProductView;
import org.ringdesk.catalog.SalesUnit;
import org.ringdesk.customers.CustomerView;
import org.ringdesk.pricing.Overrides;
import org.ringdesk.pricing.PriceRules;
import org.ringdesk.pricing.Priced;
import org.ringdesk.pricing.RuleKind;
import org.ringdesk.pricing.RuleSheet;
import org.ringdesk.shared.Money;
import org.ringdesk.shared.Role;
import org.ringdesk.testing.Caller;
import org.ringdesk.testing.Database;

/** Tea is sold one by one and in boxes of twelve, at a price of their own; honey in boxes of six that cost what six cost. */
class UnitsTest {
    private static final Caller KATRIN = as("katrin.brandt", Role.ADMIN);
    private static final String TEA = "TEA-003";
    private static final String HONEY = "HNY-003";

    @ParameterizedTest
    @EnumSource
    void aProductSaysWhatItIsSoldIn(Database database) {
        Selling shop = new Selling(database);
        assertThat(shop.product(TEA).units())
                .extracting(u -> u.code() + " " + u.name() + " " + u.pieces() + " " + u.price())
                .containsExactly("PCS Stück 1 12.50 EUR", "BOX Karton 12 138.00 EUR");
        assertThat(shop.product(HONEY).in("box").usual().price()).isEqualTo(euro("57.00"));
        assertThat(shop.product("MUG-001").units()).extracting(SalesUnit::code).containsExactly("PCS");
    }

    @ParameterizedTest
    @EnumSource
    void boxesAndPiecesAreLinesOfTheirOwn(Database database) {
        Selling shop = new Selling(database);
        OrderView order = add(shop, shop.draft(), TEA, 1, "Karton");
        order = add(shop, order, TEA, 1, "kart");
        order = shop.add(order, TEA, 1);
        assertThat(order.lines())
                .extracting(l ->
                        l.position() + " " + l.counted() + " " + l.unit() + " " + l.unitPieces() + " " + l.unitPrice())
                .containsExactly("1 2 Karton BOX 12 138.00 EUR", "2 1 PCS 1 12.50 EUR");
        // 25 pieces: 10 % off more than five
        assertThat(order.lines()).extracting(l -> l.amount().toString()).containsExactly("248.40 EUR", "11.25 EUR");
        assertThat(shop.rows("select e.kind, e.new_value from order_event e join sales_order o on o.id = e.order_id"
                        + " where o.number = '" + order.number() + "' and e.subject is not null order by e.id"))
                .extracting(row -> row[0] + " " + row[1])
                .containsSubsequence("LINE_ADDED 1 Karton", "QUANTITY_CHANGED 2 Karton", "LINE_ADDED 1");
    }

    @ParameterizedTest
    @EnumSource
    void aWordThatIsNoUnitOfTheProductIsRefused(Database database) {
        Selling shop = new Selling(database);
        OrderView order = shop.filled();
        for (String word : List.of("pallet", "", " ", "x", "%")) {
            assertThat(refusal(() -> add(shop, order, TEA, 1, word)).arguments())
                    .containsExactly("Earl Grey 250 g", "Stück, Karton");
        }
        refused("product.unit.unknown", () -> add(shop, order, "MUG-001", 1, "box"));
        refused("order.quantity.range", () -> add(shop, order, TEA, 0, "box"));
        assertThat(shop.now(order.number()).lines()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void aLineIsTurnedIntoAnotherUnitAtThePriceOfToday(Database database) {
        Selling shop = new Selling(database);
        OrderView pieces = shop.add(shop.draft(), HONEY, 2);
        OrderView boxes =
                ANNA.call(() -> shop.entry().changeQuantity(pieces.number(), pieces.version(), 1, 3, "Karton"));
        assertThat(boxes.lines()).extracting(OrderView.Line::counted).containsExactly("3 Karton");
        assertThat(boxes.lines().get(0).unitPrice()).isEqualTo(euro("57.00"));
        OrderView more = ANNA.call(() -> shop.entry().changeQuantity(boxes.number(), boxes.version(), 1, 4));
        assertThat(more.lines()).extracting(OrderView.Line::counted).containsExactly("4 Karton");
        OrderView again = ANNA.call(() -> shop.rooms().get(LinePrices.class).renew(more.number(), more.version()));
        assertThat(again.lines()).isEqualTo(more.lines());
        OrderView back = ANNA.call(() -> shop.entry().changeQuantity(again.number(), again.version(), 1, 5, "PCS"));
        assertThat(back.lines()).extracting(OrderView.Line::counted).containsExactly("5");
        refused(
                "product.unit.unknown",
                () -> ANNA.call(() -> shop.entry().changeQuantity(back.number(), back.version(), 1, 5, "roll")));
        refused(
                "order.line.unknown",
                () -> ANNA.call(() -> shop.entry().changeQuantity(back.number(), back.version(), 2, 5, "box")));
    }

    @ParameterizedTest
    @EnumSource
    void copiesAndUsualPurchasesKeepTheUnit(Database database) {
        Selling shop = new Selling(database);
        CustomerView customer = shop.somebody();
        OrderView order = add(shop, shop.draft(customer), TEA, 2, "box");
        OrderView copied = ANNA.call(() -> {
                    OrderView other = shop.draft(customer);
                    return shop.entry().copy(other.number(), other.version(), order.number());
                })
                .order();
        assertThat(copied.lines()).extracting(OrderView.Line::counted).containsExactly("2 Karton");
        shop.rooms().query(em -> {
            em.getTransaction().begin();
            em.createNativeQuery("update sales_order set placed_at = changed_at, status = 'PLACED' where number = ?1")
                    .setParameter(1, order.number().value())
                    .executeUpdate();
            em.getTransaction().commit();
            return true;
        });
        OrderHistory history = shop.rooms().get(OrderHistory.class);
        List<ProductView> usual = ANNA.call(() -> history.usual(customer.id(), order.channel(), "en", 5));
        assertThat(usual).extracting(p -> p.usual().name()).containsExactly("box");
    }

    @ParameterizedTest
    @EnumSource
    void whatABoxCostsUsIsWhatItsPiecesCost(Database database) {
        Selling shop = new Selling(database);
        OrderView order = add(shop, shop.draft(), TEA, 1, "box");
        Overrides overrides = shop.rooms().get(Overrides.class);
        Overrides.Sold box = new Overrides.Sold(shop.product(TEA).id(), 12, new BigDecimal("7"));
        // 130 through 1.07, less 12 times 5.75
        assertThat(ANNA.call(() -> overrides.judge(order.channel(), box, euro("138"), euro("130"), "MATCH"))
                        .margin())
                .isEqualByComparingTo("43.21");
        OrderView cheaper = ANNA.call(() -> shop.rooms()
                        .get(LinePrices.class)
                        .change(order.number(), order.version(), 1, new BigDecimal("130"), "MATCH"))
                .order();
        assertThat(cheaper.goods()).isEqualTo(euro("130.00"));
        // agreed for a box, not for a piece
        OrderView piece =
                ANNA.call(() -> shop.entry().changeQuantity(cheaper.number(), cheaper.version(), 1, 1, "PCS"));
        assertThat(piece.goods()).isEqualTo(euro("12.50"));
    }

    @ParameterizedTest
    @EnumSource
    void anAdminSetsUnitsAndAgreesPricesForThem(Database database) {
        Selling shop = new Selling(database);
        CustomerView customer = shop.somebody();
        String product = "SCK-00" + (database == Database.H2 ? 1 : 2);
        Map<String, String> pack = Map.of(
                "product",
                product,
                "unit",
                "PACK",
                "holds",
                "5",
                "usual",
                "true",
                "prices",
                "DE 80\nUK 70,50",
                "active",
                "true");
        refused("rule.prices", () -> save(shop, RuleKind.UNIT, with(pack, "prices", "DE 80\nDE 81")));
        refused("rule.prices", () -> save(shop, RuleKind.UNIT, with(pack, "prices", "FR 80")));
        refused("rule.number", () -> save(shop, RuleKind.UNIT, with(pack, "holds", "0")));
        refused("rule.number", () -> save(shop, RuleKind.UNIT, with(pack, "holds", "1.5")));
        refused("rule.choice", () -> save(shop, RuleKind.UNIT, with(pack, "unit", "DOZEN")));
        refused("product.unit.base", () -> save(shop, RuleKind.UNIT, with(pack, "unit", "PCS")));
        refused("rule.word.unknown", () -> save(shop, RuleKind.UNIT, with(pack, "product", "NO-SUCH")));
        RuleSheet kept = save(shop, RuleKind.UNIT, pack);
        assertThat(kept.value("prices")).isEqualTo("DE 80\nUK 70.5");
        refused("rule.code.taken", () -> save(shop, RuleKind.UNIT, pack));

        String group = "UNITS-" + Math.abs(customer.id() % 100_000);
        save(
                shop,
                RuleKind.GROUP,
                Map.of("code", group, "name", "Packs", "join", customer.number().value()));
        Map<String, String> agreement = Map.of(
                "group", group, "product", product, "unit", "PACK", "currency", "EUR", "pieces", "2", "price", "60");
        refused("rule.unit", () -> save(shop, RuleKind.AGREEMENT, with(agreement, "unit", "ROLL")));
        save(shop, RuleKind.AGREEMENT, agreement);

        // the pack is what nobody needs to say
        OrderView order = shop.add(shop.draft(customer), product, 1);
        assertThat(order.lines())
                .extracting(l -> l.counted() + " " + l.unitPrice())
                .containsExactly("1 Packung 80.00 EUR");
        order = add(shop, order, product, 10, "PCS");
        assertThat(order.lines().get(0).unitPrice()).isEqualTo(euro("80"));
        order = shop.add(order, product, 1);
        assertThat(order.lines().get(0).unitPrice()).isEqualTo(euro("60"));
        assertThat(order.lines().get(1).unitPrice())
                .isEqualTo(shop.product(product).in("PCS").price());
        OrderNumber number = order.number();
        assertThat(ANNA.call(() -> shop.rooms().get(LinePrices.class).details(number)))
                .anySatisfy(d -> {
                    assertThat(d.rule()).isEqualTo(Priced.Rule.CUSTOMER_PRICE);
                    assertThat(d.amount()).isEqualTo(euro("60"));
                });

        RuleSheet off = KATRIN.call(() -> rules(shop)
                .save(new RuleSheet(
                        RuleKind.UNIT, kept.key(), kept.version(), with(kept.values(), "active", "false"))));
        assertThat(off.version()).isGreaterThan(kept.version());
        assertThat(shop.product(product).units()).extracting(SalesUnit::code).containsExactly("PCS");
        assertThat(KATRIN.call(() -> rules(shop).history(RuleKind.UNIT, off.key())))
                .extracting(c -> c.field() + ": " + c.before() + " > " + c.now())
                .contains("active: true > false", "usual: true > false");
        // its prices alone are a change of it, too
        RuleSheet cheaper = again(shop, off, "prices", "DE 79");
        assertThat(cheaper.value("prices")).isEqualTo("DE 79");
        assertThat(cheaper.version()).isGreaterThan(off.version());
        refused("rules.changed", () -> again(shop, off, "prices", "DE 78"));
        again(shop, cheaper, "prices", "");
        // what is on orders stays what it is
        OrderView later = ANNA.call(
                () -> shop.entry().changeQuantity(number, shop.now(number).version(), 1, 3));
        assertThat(later.lines()).extracting(OrderView.Line::counted).containsExactly("3 Packung", "10");
    }

    private static PriceRules rules(Selling shop) {
        return shop.rooms().get(PriceRules.class);
    }

    private static RuleSheet save(Selling shop, RuleKind kind, Map<String, String> values) {
        return KATRIN.call(() -> rules(shop).save(new RuleSheet(kind, "", 0, values)));
    }

    private static RuleSheet again(Selling shop, RuleSheet kept, String field, String value) {
        return KATRIN.call(() -> rules(shop)
                .save(new RuleSheet(kept.kind(), kept.key(), kept.version(), with(kept.values(), field, value))));
    }

    private static Map<String, String> with(Map<String, String> values, String field, String value) {
        Map<String, String> other = new HashMap<>(values);
        other.put(field, value);
        return other;
    }

    private static OrderView add(Selling shop, OrderView order, String product, int quantity, String unit) {
        return ANNA.call(
                () -> shop.entry().add(order.number(), order.version(), new ProductNumber(product), quantity, unit));
    }

    private static Money euro(String amount) {
        return Money.of(amount, "EUR");
    }
}
