package org.ringdesk.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ringdesk.pricing.domain.Calculation;
import org.ringdesk.pricing.domain.Rules;
import org.ringdesk.shared.Money;

/** What is true of every price, whatever the cart and the rules. */
class CalculationPropertiesTest {
    private static final List<String> SCOPES = List.of("all", "KITCHEN", "MUG", "POT", "BOOK", "KITCHEN not MUG");
    private static final List<String> MODES = List.of("exclusive", "best", "compounded");

    /** A cart and rules as the worked examples write them. */
    record Case(String cart, List<String> rules) {
        RuleWords words() {
            return new RuleWords(String.join(" | ", rules));
        }

        Basket basket() {
            return words().basket(cart);
        }

        Priced priced() {
            return Calculation.price(basket(), words().rules());
        }
    }

    @Property(tries = 500)
    void nothingIsNegativeAndAllIsInMinorUnits(@ForAll("cases") Case c) {
        Priced priced = c.priced();
        Stream<Money> totals =
                Stream.of(priced.goods(), priced.discount(), priced.charges(), priced.tax(), priced.total());
        Stream<Money> lines = priced.lines().stream()
                .flatMap(l -> Stream.of(l.discount(), l.amount(), l.charges(), l.tax(), l.total()));
        assertThat(Stream.concat(totals, lines)).allSatisfy(a -> {
            assertThat(a.amount().signum()).isNotNegative();
            assertThat(a.amount().scale()).isLessThanOrEqualTo(a.currency().getDefaultFractionDigits());
        });
    }

    @Property(tries = 500)
    void theLinesAddUpToTheTotals(@ForAll("cases") Case c) {
        Priced priced = c.priced();
        Money zero = Money.zero(c.basket().currency());
        assertThat(priced.lines().stream().map(Priced.Line::amount).reduce(zero, Money::plus))
                .isEqualTo(priced.goods());
        assertThat(priced.lines().stream().map(Priced.Line::discount).reduce(zero, Money::plus))
                .isEqualTo(priced.discount());
        assertThat(priced.lines().stream().map(Priced.Line::charges).reduce(zero, Money::plus))
                .isEqualTo(priced.charges());
        assertThat(priced.lines().stream().map(Priced.Line::tax).reduce(zero, Money::plus))
                .isEqualTo(priced.tax());
        assertThat(priced.lines().stream().map(Priced.Line::total).reduce(zero, Money::plus))
                .isEqualTo(priced.total());
        for (Priced.Line line : priced.lines()) {
            int quantity = c.basket().lines().get(line.position() - 1).quantity();
            assertThat(line.amount().plus(line.discount()))
                    .isEqualTo(line.unitPrice().times(quantity).rounded());
        }
    }

    @Property(tries = 500)
    void theOrderOfLinesAndOfRulesDoesNotMatter(@ForAll("cases") Case c, @ForAll Random random) {
        Basket basket = c.basket();
        List<Basket.Line> lines = new ArrayList<>(basket.lines());
        Collections.shuffle(lines, random);
        Basket other = new Basket(
                basket.currency(),
                basket.day(),
                lines,
                basket.sourceCode(),
                basket.deliveryMode(),
                basket.coupons(),
                basket.manualCharges());
        Priced one = c.priced();
        Priced shuffled = Calculation.price(other, shuffled(c.words().rules(), random));
        assertThat(shuffled.lines()).containsExactlyInAnyOrderElementsOf(one.lines());
        assertThat(shuffled.details()).isEqualTo(one.details());
        assertThat(shuffled.total()).isEqualTo(one.total());
    }

    private static Rules shuffled(Rules rules, Random random) {
        return new Rules(
                mixed(rules.prices(), random),
                mixed(rules.discounts(), random),
                mixed(rules.coupons(), random),
                mixed(rules.charges(), random),
                rules.taxes());
    }

    private static <T> List<T> mixed(List<T> list, Random random) {
        List<T> mixed = new ArrayList<>(list);
        Collections.shuffle(mixed, random);
        return mixed;
    }

    /** A line keeps what it was quoted: the catalog's price and the day. Asked again, it costs the same. */
    @Property(tries = 200)
    void repricingTwiceChangesNothing(@ForAll("cases") Case c) {
        assertThat(c.priced()).isEqualTo(c.priced());
    }

    @Property(tries = 500)
    void discountsAndChargesAddUpToWhatTheDetailsSay(@ForAll("cases") Case c) {
        Priced priced = c.priced();
        assertThat(sum(priced, Priced.Rule.SIMPLE_DISCOUNT, Priced.Rule.THRESHOLD_DISCOUNT))
                .isEqualByComparingTo(priced.discount().amount());
        assertThat(sum(priced, Priced.Rule.CHARGE, Priced.Rule.MANUAL_CHARGE))
                .isEqualByComparingTo(priced.charges().amount());
        assertThat(sum(priced, Priced.Rule.TAX_INCLUDED, Priced.Rule.TAX_ADDED))
                .isEqualByComparingTo(priced.tax().amount());
    }

    private static BigDecimal sum(Priced priced, Priced.Rule first, Priced.Rule last) {
        return priced.details().stream()
                .filter(d -> d.rule().compareTo(first) >= 0 && d.rule().compareTo(last) <= 0)
                .map(d -> d.amount().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** A piece has exclusive discounts, or one best price, or compounded ones: never of two kinds, unless the line's pieces differ. */
    @Property(tries = 500)
    void aSinglePieceHasDiscountsOfOneKindOnly(@ForAll("cases") Case c) {
        Case single = new Case(c.cart.replaceAll("\\d+ (MUG|POT|LAMP|BOOK|TEA)(\\.BOX)?", "1 $1"), c.rules);
        Priced priced = single.priced();
        for (Priced.Line line : priced.lines()) {
            List<String> kinds = priced.details().stream()
                    .filter(d -> Integer.valueOf(line.position()).equals(d.position())
                            && d.rule().compareTo(Priced.Rule.SIMPLE_DISCOUNT) >= 0
                            && d.rule().compareTo(Priced.Rule.THRESHOLD_DISCOUNT) <= 0)
                    .map(d -> mode(single, d.code()))
                    .toList();
            assertThat(kinds.stream().distinct().count()).isLessThanOrEqualTo(1);
            assertThat(kinds.contains("compounded") || kinds.size() <= 1).isTrue();
        }
    }

    private static String mode(Case c, String code) {
        return c.rules.stream()
                .filter(r -> r.contains(' ' + code + ' '))
                .map(r -> r.replaceAll("^\\w+ \\w+ (\\w+):.*", "$1"))
                .findFirst()
                .orElseThrow();
    }

    /** Discounts that compete for the best price never make an order dearer. */
    @Property(tries = 500)
    void aBestPriceNeverHurts(@ForAll("cases") Case c) {
        List<String> without =
                c.rules.stream().filter(r -> !r.contains(" best: ")).toList();
        assertThat(c.priced().goods())
                .isLessThanOrEqualTo(new Case(c.cart, without).priced().goods());
    }

    /** An independent sum: the exact tax of every amount, which rounding once a rate may miss by half a minor unit a rate. */
    @Property(tries = 500)
    void taxIsRightToHalfAMinorUnitARate(@ForAll("cases") Case c) {
        Priced priced = c.priced();
        BigDecimal exact = BigDecimal.ZERO;
        boolean included = c.rules.get(0).endsWith("DE") || c.rules.get(0).endsWith("KW");
        BigDecimal standard = c.words().rules().taxes().rates().getOrDefault("STANDARD", List.of()).stream()
                .map(r -> r.percent())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        exact = exact.add(part(priced.charges(), standard, included));
        for (Priced.Line line : priced.lines()) {
            exact = exact.add(part(line.amount(), line.taxPercent(), included));
        }
        BigDecimal unit = BigDecimal.ONE.movePointLeft(c.basket().currency().getDefaultFractionDigits());
        assertThat(priced.tax().amount().subtract(exact).abs())
                .isLessThanOrEqualTo(unit.multiply(new BigDecimal("2.01")));
    }

    private static BigDecimal part(Money amount, BigDecimal percent, boolean included) {
        BigDecimal base = included ? BigDecimal.valueOf(100).add(percent) : BigDecimal.valueOf(100);
        return amount.amount().multiply(percent).divide(base, 20, RoundingMode.HALF_EVEN);
    }

    /** Where no price is agreed for either, it does not matter whether pieces come in boxes. */
    @Property(tries = 500)
    void aBoxAtThePriceOfItsPiecesCostsWhatTheyCost(@ForAll("boxes") Case c) {
        String loose = Pattern.compile("(\\d+) (\\w+)\\.BOX")
                .matcher(c.cart)
                .replaceAll(m -> 12 * Integer.parseInt(m.group(1)) + " " + m.group(2));
        Priced boxed = c.priced();
        Priced single = new Case(loose, c.rules).priced();
        assertThat(boxed.lines())
                .extracting(l -> l.amount() + " " + l.charges() + " " + l.tax() + " " + l.total())
                .isEqualTo(single.lines().stream()
                        .map(l -> l.amount() + " " + l.charges() + " " + l.tax() + " " + l.total())
                        .toList());
        assertThat(boxed.total()).isEqualTo(single.total());
    }

    @Provide
    Arbitrary<Case> boxes() {
        Arbitrary<String> line = Combinators.combine(
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.of("MUG", "POT", "BOOK", "TEA", "MUG.BOX", "TEA.BOX", "BOOK.BOX"))
                .as((quantity, product) -> quantity + " " + product);
        Arbitrary<String> charge =
                Arbitraries.of("charge DELIVERY: 6, from 75 0", "charge INSURANCE: 1%", "charge PACKING: 0.30 a piece");
        return Combinators.combine(line.list().ofMinSize(1).ofMaxSize(6), discounts(), charge)
                .as((lines, discounts, extra) -> {
                    List<String> rules = new ArrayList<>(List.of("market DE", extra));
                    for (int i = 0; i < discounts.size(); i++) {
                        rules.add(discounts.get(i).replace("#", "D" + i));
                    }
                    return new Case(String.join(" + ", lines), rules);
                });
    }

    @Provide
    Arbitrary<Case> cases() {
        Arbitrary<String> line = Combinators.combine(
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.of("MUG", "POT", "LAMP", "BOOK", "TEA", "MUG.BOX", "TEA.BOX"),
                        Arbitraries.integers().between(0, 20_000),
                        Arbitraries.integers().between(0, 5))
                .as((quantity, product, price, agreed) -> quantity + " " + product + " @ "
                        + BigDecimal.valueOf(price, 2) + (agreed == 0 ? " at " + BigDecimal.valueOf(price, 3) : ""));
        Arbitrary<String> extra = Arbitraries.of(
                "coupon ONE", "coupon TWO", "coupon NOPE", "by EXPRESS", "charge GIFT 3", "coupon ONE + by EXPRESS");
        Arbitrary<String> cart = Combinators.combine(
                        line.list().ofMinSize(0).ofMaxSize(7), extra.list().ofMaxSize(2))
                .as((lines, extras) -> String.join(
                        " + ", Stream.concat(lines.stream(), extras.stream()).toList()));
        Arbitrary<String> market = Arbitraries.of("market DE", "market UK", "market JP", "market NY", "market KW");
        return Combinators.combine(cart, market, discounts(), others()).as((c, m, discounts, others) -> {
            List<String> rules = new ArrayList<>(List.of(m));
            for (int i = 0; i < discounts.size(); i++) {
                rules.add(discounts.get(i).replace("#", "D" + i));
            }
            rules.addAll(others);
            rules.add("coupon ONE opens D0");
            rules.add("coupon TWO opens D1 alone");
            return new Case(c, rules);
        });
    }

    private static Arbitrary<List<String>> discounts() {
        Arbitrary<String> what = Arbitraries.of(
                "simple # M: 10% off on S",
                "simple # M: 33% off on S",
                "simple # M: 2 off on S",
                "simple # M: price 7 on S",
                "quantity # M: from 3 7% off, from 8 15% off on S",
                "quantity # M: from 4 price 6 on S",
                "mix # M: 1 MUG & 1 TEA get price 10",
                "mix # M: 3 KITCHEN get cheapest free",
                "mix # M: 2 MUG & 1 BOOK get 20% off at most 2",
                "threshold # M: from 50 5 off, from 200 10% off on S",
                "threshold # M: from 100 15 off on S");
        return Combinators.combine(what, Arbitraries.of(MODES), Arbitraries.of(SCOPES))
                .as((w, mode, scope) -> w.replace(" M:", ' ' + mode + ':').replace(" on S", " on " + scope))
                .list()
                .ofMaxSize(6);
    }

    private static Arbitrary<List<String>> others() {
        return Arbitraries.of(
                        "charge DELIVERY: 6, from 75 0",
                        "charge DELIVERY by EXPRESS: 13",
                        "charge INSURANCE: 1%",
                        "charge FREIGHT per line on KITCHEN: 2",
                        "charge PACKING: 1 a piece",
                        "customer price VIP: MUG 9 from 2",
                        "customer price VIP: MUG 95 from 2 per BOX",
                        "channel price WEB: POT 48",
                        "catalog price SPRING: MUG 8",
                        "catalog price SPRING: LAMP 37.5 from 3")
                .list()
                .ofMaxSize(5);
    }
}
