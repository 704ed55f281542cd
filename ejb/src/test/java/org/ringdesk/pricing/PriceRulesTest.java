package org.ringdesk.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ringdesk.orders.Selling.ANNA;
import static org.ringdesk.orders.Selling.refusal;
import static org.ringdesk.orders.Selling.refused;
import static org.ringdesk.testing.Caller.as;

import jakarta.ejb.EJBAccessException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ringdesk.administration.RuleChange;
import org.ringdesk.cti.CallId;
import org.ringdesk.customers.CustomerView;
import org.ringdesk.orders.LinePrices;
import org.ringdesk.orders.OrderView;
import org.ringdesk.orders.Selling;
import org.ringdesk.shared.Money;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;
import org.ringdesk.testing.Caller;
import org.ringdesk.testing.Database;

/** Rules as an admin writes them, and what they do to orders. On both databases; each test leaves the prices of others alone. */
class PriceRulesTest {
    private static final Caller KATRIN = as("katrin.brandt", Role.ADMIN);

    @ParameterizedTest
    @EnumSource
    void aDiscountWithItsCouponCountsFromTheNextPriceOnUntilItIsSwitchedOff(Database database) {
        Selling shop = new Selling(database);
        String code = code();
        RuleSheet discount = save(shop, discount(code, Map.of()));
        assertThat(discount.version()).isEqualTo(1);
        assertThat(discount.value("steps")).isEqualTo("20 %");
        RuleSheet coupon = save(shop, sheet(RuleKind.COUPON, coupon(code)));
        assertThat(coupon.value("uses")).isEqualTo("0");

        OrderView order = ANNA.call(() -> {
            OrderView filled = shop.filled();
            return shop.entry().enterCode(filled.number(), filled.version(), code);
        });
        assertThat(order.discount()).isEqualTo(euro("5.18"));

        RuleSheet half = save(shop, with(discount, Map.of("steps", "50 %", "name", "Half")));
        assertThat(half.version()).isEqualTo(2);
        OrderView more = shop.add(order, "MUG-001", 1);
        assertThat(more.discount()).isEqualTo(euro("19.43"));
        assertThat(history(shop, half))
                .containsExactlyInAnyOrder(
                        "steps: 20 % > 50 %",
                        "name: Twenty > Half",
                        "channel:  > DE",
                        "code:  > " + code,
                        "name:  > Twenty",
                        "kind:  > SIMPLE",
                        "steps:  > 20 %",
                        "sets:  > 1",
                        "mode:  > COMPOUNDED",
                        "coupon:  > true",
                        "active:  > true");
        assertThat(KATRIN.call(() -> rules(shop).history(RuleKind.DISCOUNT, half.key())))
                .extracting(RuleChange::who)
                .containsOnly("Katrin Brandt");

        save(shop, with(half, Map.of("active", "false")));
        assertThat(shop.add(more, "MUG-001", 1).discount().isZero()).isTrue();
        refused("rules.changed", () -> save(shop, with(half, Map.of("name", "Late"))));
        // an order names it: it is still there to be read
        assertThat(list(shop, RuleKind.DISCOUNT, code).rows())
                .extracting(RuleList.Row::on)
                .containsExactly(false);
    }

    @ParameterizedTest
    @CsvSource({
        "name, '', rule.text",
        "code, x, rule.code",
        "code, VORRAT, rule.code.taken",
        "channel, FR, rule.choice",
        "kind, GIFT, rule.choice",
        "mode, '', rule.choice",
        "steps, '', rule.steps.missing",
        "steps, '20 % %', rule.steps",
        "steps, '120 %', rule.steps",
        "steps, '3: 20 %', rule.steps",
        "steps, '*2', rule.steps",
        "scope, 'NOTHING', rule.word.unknown",
        "scope, '2: FOOD', rule.scope",
        "from, 'soon', rule.day",
        "to, '2020-01-01', rule.period"
    })
    void whatIsWrongIsSaidAtItsField(String field, String typed, String key) {
        for (Database database : Database.values()) {
            Selling shop = new Selling(database);
            String code = code();
            Map<String, String> values = new HashMap<>(Map.of("from", "2026-01-01"));
            values.put(field, typed);
            Refusal refusal = refusal(() -> save(shop, discount(code, values)));
            assertThat(refusal.key()).isEqualTo(key);
            assertThat(refusal.field()).isEqualTo(field);
            assertThat(list(shop, RuleKind.DISCOUNT, code).total()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSetIsMadeOfGroups(Database database) {
        Selling shop = new Selling(database);
        Map<String, String> set =
                Map.of("kind", "MIX", "sets", "3", "steps", "free 1", "scope", "2: MUG-001\n1: FOOD !TEA-001");
        RuleSheet kept = save(shop, discount(code(), set));
        set.forEach((field, value) -> assertThat(kept.value(field)).isEqualTo(value));
        refused("rule.steps", () -> save(shop, with(kept, Map.of("steps", "free 4"))));
        refused("rule.scope.groups", () -> save(shop, with(kept, Map.of("scope", ""))));
        refused("rule.scope", () -> save(shop, with(kept, Map.of("scope", "2: !MUG-001"))));
        refused("rule.number", () -> save(shop, with(kept, Map.of("sets", "0"))));
        RuleSheet steps =
                save(shop, with(kept, Map.of("kind", "THRESHOLD", "steps", "100: -10\n250,50: 15 %", "scope", "")));
        assertThat(steps.value("steps")).isEqualTo("100: -10\n250.50: 15 %");
        refused("rule.steps", () -> save(shop, with(steps, Map.of("steps", "100: =10"))));
        refused("rule.steps", () -> save(shop, with(steps, Map.of("steps", "100: 1 %\n100.00: 2 %"))));
    }

    @ParameterizedTest
    @EnumSource
    void aGroupHasItsPricesAndAnAgreementEnds(Database database) {
        Selling shop = new Selling(database);
        CustomerView customer = shop.somebody();
        String code = code();
        RuleSheet group = save(
                shop,
                sheet(
                        RuleKind.GROUP,
                        Map.of(
                                "code",
                                code,
                                "name",
                                "Friends",
                                "join",
                                customer.number().value())));
        assertThat(group.value("members")).isEqualTo("1: " + customer.number());
        assertThat(history(shop, group)).contains("join:  > " + customer.number());
        RuleSheet agreed = save(shop, sheet(RuleKind.AGREEMENT, agreement(code)));
        assertThat(agreed.value("price")).isEqualTo("10.1");
        OrderView order = shop.add(shop.draft(customer), "MUG-001", 1);
        assertThat(order.goods()).isEqualTo(euro("10.10"));

        // all but its end is fixed
        RuleSheet ended = save(shop, with(agreed, Map.of("price", "1", "to", "2026-11-22")));
        assertThat(ended.value("price")).isEqualTo("10.1");
        assertThat(history(shop, ended)).contains("to:  > 2026-11-22").doesNotContain("price: 10.1 > 1");
        assertThat(shop.add(shop.draft(customer), "MUG-001", 1).goods()).isEqualTo(euro("12.95"));

        save(shop, with(group, Map.of("leave", customer.number().value())));
        refused("rule.word.unknown", () -> save(shop, with(get(shop, group), Map.of("join", "C99999999"))));
        refused("rule.word.unknown", () -> save(shop, with(get(shop, group), Map.of("channels", "FR"))));
        refused(
                "rule.word.unknown",
                () -> save(shop, sheet(RuleKind.AGREEMENT, agreement(code, "product", "MUG-999"))));
        refused("rule.number", () -> save(shop, sheet(RuleKind.AGREEMENT, agreement(code, "price", "-1"))));
        refused("rule.code.taken", () -> save(shop, sheet(RuleKind.GROUP, Map.of("code", code, "name", "Again"))));
    }

    @ParameterizedTest
    @EnumSource
    void chargesComeByThemselvesAndAreTaxed(Database database) {
        Selling shop = new Selling(database);
        RuleSheet charge = save(
                shop,
                sheet(
                        RuleKind.CHARGE,
                        Map.of(
                                "channel",
                                "DE",
                                "code",
                                code(),
                                "name",
                                "Wrapping",
                                "level",
                                "HEADER",
                                "category",
                                "FOOD",
                                "charges",
                                "1,50\n20: 0\n50: *0.10",
                                "taxed",
                                "STANDARD",
                                "active",
                                "true")));
        assertThat(charge.value("charges")).isEqualTo("0: 1.50\n20: 0\n50: *0.10");
        OrderView order = shop.add(shop.draft(), "TEA-001", 1);
        assertThat(order.charges()).isEqualTo(euro("7.45"));
        save(shop, with(charge, Map.of("active", "false")));
        assertThat(shop.add(order, "TEA-001", 1).charges()).isEqualTo(euro("5.95"));
        refused("rule.charges", () -> save(shop, with(get(shop, charge), Map.of("charges", "=3"))));
        refused("rule.code", () -> save(shop, with(get(shop, charge), Map.of("delivery", "by air"))));
        refused("rule.choice", () -> save(shop, with(get(shop, charge), Map.of("taxed", "NONE"))));
    }

    @ParameterizedTest
    @EnumSource
    void limitsAndAlertsCountAtOnce(Database database) {
        Selling shop = new Selling(database);
        OrderView order = shop.filled();
        RuleSheet agent = get(shop, RuleKind.LIMIT, "agent");
        assertThat(agent.values()).containsEntry("percent", "10").containsEntry("floor", "110");
        RuleSheet control = get(shop, RuleKind.CONTROL, "DE");
        assertThat(control.value("reasons")).startsWith("DAMAGED Kleine Mängel\n");
        refused("pricing.override.percent", () -> change(shop, order, "DAMAGED"));
        RuleSheet wider = save(shop, with(agent, Map.of("percent", "50")));
        try {
            refused("pricing.override.reason", () -> change(shop, order, "NEW-ONE"));
            RuleSheet more = save(
                    shop,
                    with(control, Map.of("seconds", "30", "reasons", control.value("reasons") + "\nNEW-ONE Neu")));
            assertThat(change(shop, order, "NEW-ONE").order().goods()).isEqualTo(euro("18.00"));
            assertThat(ANNA.call(() -> shop.rooms()
                            .get(Overrides.class)
                            .patience(order.channel())
                            .toSeconds()))
                    .isEqualTo(30);
            refused("rule.reasons", () -> save(shop, with(more, Map.of("reasons", "damaged Kaputt"))));
            refused("rule.margin", () -> save(shop, with(more, Map.of("acceptable", "10"))));
            refused("rule.margin", () -> save(shop, with(more, Map.of("acceptable", ""))));
            refused("rule.number", () -> save(shop, with(more, Map.of("seconds", "1"))));
            save(shop, with(more, Map.of("seconds", "120", "reasons", control.value("reasons"))));
        } finally {
            save(shop, with(wider, Map.of("percent", "10")));
        }
        assertThat(history(shop, wider)).containsExactly("percent: 50 > 10", "percent: 10 > 50");
        refused("rule.unknown", () -> get(shop, RuleKind.LIMIT, "cleaner"));
    }

    @ParameterizedTest
    @EnumSource
    void aCountryHasItsTaxes(Database database) {
        Selling shop = new Selling(database);
        String taxed = code().substring(0, 12);
        RuleSheet rate = save(shop, sheet(RuleKind.TAX, Map.of("country", "NO", "taxed", taxed, "percent", "25,5")));
        assertThat(rate.value("percent")).isEqualTo("25.5");
        RuleSheet lower = save(shop, with(rate, Map.of("percent", "12")));
        assertThat(history(shop, lower)).contains("percent: 25.5 > 12");
        refused("rules.changed", () -> save(shop, with(rate, Map.of("percent", "13"))));
        refused("rule.number", () -> save(shop, with(lower, Map.of("percent", "101"))));
        refused("rule.code.taken", () -> save(shop, sheet(RuleKind.TAX, rate.values())));
        RuleSheet next = save(
                shop,
                sheet(RuleKind.TAX, Map.of("country", "NO", "taxed", taxed, "percent", "15", "from", "2031-01-01")));
        RuleSheet ends = save(shop, with(next, Map.of("to", "2031-12-31", "from", "2020-01-01")));
        assertThat(ends.value("from")).isEqualTo("2031-01-01");
        assertThat(history(shop, ends)).contains("to:  > 2031-12-31");
        refused("rule.period", () -> save(shop, with(ends, Map.of("to", "2030-12-31"))));
        refused("rule.code.taken", () -> save(shop, sheet(RuleKind.TAX, next.values())));
        assertThat(list(shop, RuleKind.TAX, taxed).rows())
                .extracting(r -> r.name() + " " + r.from() + " " + r.to())
                .containsExactly("15 % 2031-01-01 2031-12-31", "12 %  ");
    }

    @ParameterizedTest
    @EnumSource
    void aSourceCodeIsPresetByTheNumberThatWasDialledUntilItIsSwitchedOff(Database database) {
        Selling shop = new Selling(database);
        String code = code();
        Map<String, String> values = Map.of(
                "channel",
                "DE",
                "code",
                code,
                "name",
                "Spring letter",
                "catalog",
                "LICHT26",
                "dialled",
                "+493023125200",
                "cost",
                "1250,50",
                "from",
                "2026-01-01",
                "active",
                "true");
        Map<String, String> wrong = new HashMap<>(values);
        wrong.put("dialled", "+442079460100");
        assertThat(refusal(() -> save(shop, sheet(RuleKind.SOURCE, wrong))).field())
                .isEqualTo("dialled");
        wrong.put("dialled", "");
        wrong.put("catalog", "LIGHT26");
        assertThat(refusal(() -> save(shop, sheet(RuleKind.SOURCE, wrong))).field())
                .isEqualTo("catalog");
        RuleSheet source = save(shop, sheet(RuleKind.SOURCE, values));
        assertThat(source.value("cost")).isEqualTo("1250.5");
        refused("rule.code.taken", () -> save(shop, sheet(RuleKind.SOURCE, values)));

        OrderView preset = inCall(shop, "+493023125200");
        assertThat(preset.sourceCode()).isEqualTo(code);
        assertThat(inCall(shop, "+493023125100").sourceCode()).isNull();
        OrderView lamp = shop.add(preset, "CDL-005", 1);
        assertThat(lamp.lines().get(0).unitPrice()).isEqualTo(euro("16.65"));

        RuleSheet off = save(shop, with(source, Map.of("active", "false")));
        assertThat(history(shop, off)).contains("active: true > false");
        assertThat(inCall(shop, "+493023125200").sourceCode()).isNull();
        OrderView other = shop.filled();
        refused("pricing.source.not-valid", () -> enter(shop, other, code));
        RuleSheet over = save(shop, with(off, Map.of("active", "true", "to", "2026-01-31")));
        assertThat(inCall(shop, "+493023125200").sourceCode()).isNull();
        refused("pricing.source.not-valid", () -> enter(shop, other, code));
        refused("pricing.code.unknown", () -> enter(shop, other, code + "-X"));
        save(shop, with(over, Map.of("dialled", "")));
    }

    private static OrderView enter(Selling shop, OrderView order, String code) {
        return ANNA.call(() -> shop.entry().enterCode(order.number(), order.version(), code));
    }

    /** A draft in a call to the number. */
    private static OrderView inCall(Selling shop, String dialled) {
        CallId call = new CallId(UUID.randomUUID());
        shop.rooms().query(em -> {
            em.getTransaction().begin();
            em.createNativeQuery(
                            "insert into call_record (id, pbx, direction, state, withheld, dialled_e164, started_at, last_seq,"
                                    + " version) values (?1, 'main', 'INBOUND', 'ENDED', false, ?2, current_timestamp, 1, 1)")
                    .setParameter(1, call.toString())
                    .setParameter(2, dialled)
                    .executeUpdate();
            em.getTransaction().commit();
            return true;
        });
        CustomerView customer = shop.somebody();
        return ANNA.call(() -> shop.entry().start(Selling.DE, customer.number(), call));
    }

    @ParameterizedTest
    @EnumSource
    void listsComeByPagesAndAdminsOnlySeeThem(Database database) {
        Selling shop = new Selling(database);
        RuleList all = KATRIN.call(() -> rules(shop).list(RuleKind.AGREEMENT, "BUSINESS", 0, 200));
        RuleList second = KATRIN.call(() -> rules(shop).list(RuleKind.AGREEMENT, "business", 3, 2));
        assertThat(second.total()).isEqualTo(all.total()).isGreaterThan(5);
        assertThat(second.rows()).isEqualTo(all.rows().subList(3, 5));
        for (RuleKind kind : RuleKind.values()) {
            RuleList found = KATRIN.call(() -> rules(shop).list(kind, "", 0, 5));
            found.rows()
                    .forEach(row -> assertThat(get(shop, kind, row.key()).key()).isEqualTo(row.key()));
            refused("rule.unknown", () -> get(shop, kind, "nothing"));
            KATRIN.run(() -> rules(shop).choices(kind));
            assertThatThrownBy(() -> ANNA.call(() -> rules(shop).list(kind, "", 0, 5)))
                    .isInstanceOf(EJBAccessException.class);
        }
    }

    private static RuleSheet discount(String code, Map<String, String> other) {
        Map<String, String> values = new HashMap<>(Map.of(
                "channel",
                "DE",
                "code",
                code,
                "name",
                "Twenty",
                "kind",
                "SIMPLE",
                "steps",
                "20 %",
                "mode",
                "COMPOUNDED",
                "coupon",
                "true",
                "active",
                "true"));
        values.putAll(other);
        return sheet(RuleKind.DISCOUNT, values);
    }

    private static Map<String, String> coupon(String code) {
        return Map.of("channel", "DE", "code", code, "discount", code, "each", "1", "active", "true");
    }

    private static Map<String, String> agreement(String group, String... other) {
        Map<String, String> values = new HashMap<>(Map.of(
                "group",
                group,
                "product",
                "mug-001",
                "unit",
                "PCS",
                "currency",
                "EUR",
                "pieces",
                "1",
                "price",
                "10,10"));
        for (int i = 0; i < other.length; i += 2) {
            values.put(other[i], other[i + 1]);
        }
        return values;
    }

    private static RuleSheet sheet(RuleKind kind, Map<String, String> values) {
        return new RuleSheet(kind, "", 0, values);
    }

    private static RuleSheet with(RuleSheet sheet, Map<String, String> typed) {
        Map<String, String> values = new HashMap<>(sheet.values());
        values.putAll(typed);
        return new RuleSheet(sheet.kind(), sheet.key(), sheet.version(), values);
    }

    private static RuleSheet save(Selling shop, RuleSheet sheet) {
        return KATRIN.call(() -> rules(shop).save(sheet));
    }

    private static RuleSheet get(Selling shop, RuleSheet sheet) {
        return get(shop, sheet.kind(), sheet.key());
    }

    private static RuleSheet get(Selling shop, RuleKind kind, String key) {
        return KATRIN.call(() -> rules(shop).get(kind, key));
    }

    private static RuleList list(Selling shop, RuleKind kind, String words) {
        return KATRIN.call(() -> rules(shop).list(kind, words, 0, 10));
    }

    private static List<String> history(Selling shop, RuleSheet sheet) {
        return KATRIN.call(() -> rules(shop).history(sheet.kind(), sheet.key())).stream()
                .map(c -> c.field() + ": " + c.before() + " > " + c.now())
                .toList();
    }

    private static LinePrices.Changed change(Selling shop, OrderView order, String reason) {
        return ANNA.call(() -> shop.rooms()
                .get(LinePrices.class)
                .change(order.number(), order.version(), 1, new BigDecimal("9.00"), reason));
    }

    private static PriceRules rules(Selling shop) {
        return shop.rooms().get(PriceRules.class);
    }

    private static String code() {
        return "T"
                + UUID.randomUUID().toString().replace("-", "").substring(0, 15).toUpperCase(Locale.ROOT);
    }

    private static Money euro(String amount) {
        return Money.of(amount, "EUR");
    }
}
