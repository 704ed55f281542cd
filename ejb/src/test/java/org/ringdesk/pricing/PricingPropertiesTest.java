package org.ringdesk.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.ringdesk.shared.Money;

/** What is true of every price. */
class PricingPropertiesTest {
    /** What is bought and where. */
    record Case(Basket basket, Terms terms) {}

    @Property
    void nothingIsNegativeAndAllIsInMinorUnits(@ForAll("cases") Case c) {
        Priced priced = Pricing.price(c.basket, c.terms);
        List<Money> amounts = new ArrayList<>(List.of(priced.goods(), priced.charges(), priced.tax(), priced.total()));
        priced.lines().forEach(l -> amounts.add(l.amount()));
        assertThat(amounts).allSatisfy(a -> {
            assertThat(a.amount().signum()).isNotNegative();
            assertThat(a.amount().scale()).isLessThanOrEqualTo(a.currency().getDefaultFractionDigits());
        });
    }

    @Property
    void theLinesAddUpToTheTotals(@ForAll("cases") Case c) {
        Priced priced = Pricing.price(c.basket, c.terms);
        Money lines =
                priced.lines().stream().map(Priced.Line::amount).reduce(Money.zero(c.basket.currency()), Money::plus);
        assertThat(priced.goods()).isEqualTo(lines);
        Money beforeTax = priced.goods().plus(priced.charges());
        assertThat(priced.total()).isEqualTo(c.terms.pricesIncludeTax() ? beforeTax : beforeTax.plus(priced.tax()));
        if (c.terms.pricesIncludeTax()) {
            assertThat(priced.tax()).isLessThanOrEqualTo(priced.total());
        }
    }

    @Property
    void theOrderOfTheLinesDoesNotMatter(@ForAll("cases") Case c, @ForAll Random random) {
        List<Basket.Line> shuffled = new ArrayList<>(c.basket.lines());
        Collections.shuffle(shuffled, random);
        Priced one = Pricing.price(c.basket, c.terms);
        Priced other = Pricing.price(new Basket(c.basket.currency(), shuffled), c.terms);
        assertThat(other.lines()).containsExactlyInAnyOrderElementsOf(one.lines());
        assertThat(List.of(other.goods(), other.charges(), other.tax(), other.total()))
                .isEqualTo(List.of(one.goods(), one.charges(), one.tax(), one.total()));
    }

    @Property
    void pricingTwiceChangesNothing(@ForAll("cases") Case c) {
        assertThat(Pricing.price(c.basket, c.terms)).isEqualTo(Pricing.price(c.basket, c.terms));
    }

    @Property
    void oneMoreIsNeverCheaperInGoods(@ForAll("cases") Case c) {
        List<Basket.Line> more = c.basket.lines().stream()
                .map(l -> new Basket.Line(l.position(), l.taxClass(), l.quantity() + 1, l.unitPrice()))
                .toList();
        assertThat(Pricing.price(new Basket(c.basket.currency(), more), c.terms).goods())
                .isGreaterThanOrEqualTo(Pricing.price(c.basket, c.terms).goods());
    }

    @Property
    void deliveryIsChargedOnceOrFree(@ForAll("cases") Case c) {
        Priced priced = Pricing.price(c.basket, c.terms);
        Money threshold = c.terms.freeDeliveryAbove();
        boolean free = c.basket.lines().isEmpty()
                || threshold != null && priced.goods().compareTo(threshold) >= 0;
        assertThat(priced.charges()).isEqualTo(free ? Money.zero(c.basket.currency()) : c.terms.deliveryCharge());
    }

    /** An independent sum: the exact tax of every amount, which rounding once a rate may miss by half a minor unit a rate. */
    @Property
    void taxIsRightToHalfAMinorUnitARate(@ForAll("cases") Case c) {
        Priced priced = Pricing.price(c.basket, c.terms);
        Map<Integer, String> classes = new HashMap<>();
        c.basket.lines().forEach(l -> classes.put(l.position(), l.taxClass()));
        BigDecimal exact = exactTax(priced.charges(), "STANDARD", c.terms);
        for (Priced.Line line : priced.lines()) {
            exact = exact.add(exactTax(line.amount(), classes.getOrDefault(line.position(), ""), c.terms));
        }
        BigDecimal halfUnit = BigDecimal.ONE
                .movePointLeft(c.basket.currency().getDefaultFractionDigits())
                .divide(BigDecimal.valueOf(2));
        assertThat(priced.tax().amount().subtract(exact).abs())
                .isLessThanOrEqualTo(halfUnit.multiply(BigDecimal.valueOf(3)).add(new BigDecimal("0.0000001")));
    }

    private static BigDecimal exactTax(Money amount, String taxClass, Terms terms) {
        BigDecimal percent = terms.taxPercent(taxClass);
        BigDecimal base = terms.pricesIncludeTax() ? BigDecimal.valueOf(100).add(percent) : BigDecimal.valueOf(100);
        return amount.amount().multiply(percent).divide(base, 20, RoundingMode.HALF_EVEN);
    }

    @Provide
    Arbitrary<Case> cases() {
        return Combinators.combine(
                        Arbitraries.of("EUR", "GBP", "CHF", "JPY", "KWD").map(Currency::getInstance),
                        Arbitraries.bigDecimals()
                                .between(BigDecimal.ZERO, new BigDecimal("2000"))
                                .ofScale(4)
                                .list()
                                .ofMaxSize(12),
                        Arbitraries.integers().between(1, 9999).list().ofSize(12),
                        Arbitraries.of("STANDARD", "REDUCED", "ZERO").list().ofSize(12),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.integers().between(0, 500).injectNull(0.3))
                .as(PricingPropertiesTest::of);
    }

    private static Case of(
            Currency currency,
            List<BigDecimal> prices,
            List<Integer> quantities,
            List<String> classes,
            boolean included,
            int delivery,
            @Nullable Integer free) {
        List<Basket.Line> lines = new ArrayList<>();
        for (int i = 0; i < prices.size(); i++) {
            lines.add(new Basket.Line(i + 1, classes.get(i), quantities.get(i), new Money(prices.get(i), currency)));
        }
        Terms terms = new Terms(
                "DE",
                included,
                Money.of(BigDecimal.valueOf(delivery), currency),
                free == null ? null : Money.of(BigDecimal.valueOf(free), currency),
                Map.of(
                        "STANDARD", new BigDecimal("19.000"),
                        "REDUCED", new BigDecimal("7"),
                        "ZERO", BigDecimal.ZERO));
        return new Case(new Basket(currency, lines), terms);
    }
}
