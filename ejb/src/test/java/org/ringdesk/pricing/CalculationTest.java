package org.ringdesk.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ringdesk.pricing.domain.Calculation;
import org.ringdesk.pricing.domain.MixAndMatch;
import org.ringdesk.pricing.domain.PerPiece;
import org.ringdesk.pricing.domain.Period;
import org.ringdesk.pricing.domain.Reduction;
import org.ringdesk.pricing.domain.Rules;
import org.ringdesk.pricing.domain.Scope;
import org.ringdesk.pricing.domain.Taxes;
import org.ringdesk.pricing.domain.Threshold;
import org.ringdesk.shared.Money;
import org.ringdesk.shared.Refusal;

/** What the worked examples do not show. */
class CalculationTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Money CENT = Money.of("0.01", "EUR");

    @Test
    void everyAmountSaysWhereItComesFrom() {
        RuleWords words = new RuleWords(
                "customer price VIP: MUG 9.00 | simple SALE best: 10% off on MUG | charge DELIVERY: 4.95");
        Priced priced = Calculation.price(words.basket("2 MUG + 1 BOOK"), words.rules());
        assertThat(priced.details())
                .extracting(d -> d.rule() + "/" + d.code() + "/" + d.position() + "/" + d.amount())
                .containsExactly(
                        "BASE_PRICE//1/10.00 EUR",
                        "BASE_PRICE//2/20.00 EUR",
                        "CUSTOMER_PRICE/VIP/1/9.00 EUR",
                        "SIMPLE_DISCOUNT/SALE/1/1.80 EUR",
                        "CHARGE/DELIVERY/null/4.95 EUR",
                        "TAX_INCLUDED/DE 19/null/3.38 EUR",
                        "TAX_INCLUDED/DE 7/null/1.31 EUR");
    }

    @Test
    void everyLineHasItsShareOfWhatIsForTheOrder() {
        RuleWords words = new RuleWords("market UK | charge DELIVERY: 3.50");
        Priced priced = Calculation.price(words.basket("1 MUG + 2 BOOK"), words.rules());
        // 3.50 by 10 to 40; tax of 20 % on 10 + 3.50, by 10 + 0.70 to 2.80
        assertThat(priced.lines())
                .extracting(l -> l.charges() + " " + l.tax() + " " + l.total())
                .containsExactly("0.70 GBP 2.14 GBP 12.84 GBP", "2.80 GBP 0.56 GBP 43.36 GBP");
        assertThat(priced.total()).isEqualTo(Money.of("56.20", "GBP"));
    }

    @Test
    void aClassWithoutARateIsRefused() {
        Rules none = new Rules(List.of(), List.of(), List.of(), List.of(), new Taxes("DE", true, Map.of()));
        Basket basket = new RuleWords("-").basket("1 MUG");
        assertThatThrownBy(() -> Calculation.price(basket, none))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.key()).isEqualTo("pricing.tax.missing"));
    }

    @Test
    void aLongOrderWithRulesOfEveryKindIsPricedWhileAKeyIsPressed() {
        RuleWords words = new RuleWords("simple A best: 3% off on all | simple B compounded: 2% off on KITCHEN"
                + " | quantity C best: from 10 5% off on MUG | mix D best: 2 POT & 1 TEA get 4.00 off"
                + " | mix E compounded: 3 BOOK get cheapest free | threshold F compounded: from 1000 50.00 off on all"
                + " | threshold G best: from 5000 1% off on all");
        List<String> shelf = List.of("MUG", "POT", "LAMP", "BOOK", "TEA");
        String cart = String.join(
                " + ",
                IntStream.range(0, 500)
                        .mapToObj(i -> (1 + i % 9) + " " + shelf.get(i % 5) + " @ " + (5 + i % 40) + ".95")
                        .toList());
        Basket basket = words.basket(cart);
        Calculation.price(basket, words.rules());
        long before = System.nanoTime();
        Priced priced = Calculation.price(basket, words.rules());
        assertThat(priced.lines()).hasSize(500);
        // generous, for a busy machine: what grows with the cube of the lines takes minutes
        assertThat((System.nanoTime() - before) / 1_000_000).isLessThan(3_000);
    }

    @Test
    void nonsenseIsNoBasket() {
        Money euro = Money.of("1", "EUR");
        assertNonsense(() -> line(0, euro));
        assertNonsense(() -> new Basket.Item(1, "KITCHEN", "STANDARD", "BOX", 0));
        assertNonsense(() -> line(1, Money.zero(EUR).minus(CENT)));
        assertNonsense(() -> Basket.of(EUR, DAY, List.of(line(1, Money.of("1", "GBP")))));
        assertNonsense(() -> Basket.of(EUR, DAY, List.of(line(1, euro), line(1, euro))));
        assertNonsense(() -> new Basket.AgreedPrice(Money.zero(EUR).minus(CENT), "X"));
        assertNonsense(() -> new Basket(
                EUR, DAY, List.of(), null, null, Set.of(), List.of(new Basket.ManualCharge("X", "STANDARD", euro, 1))));
        assertNonsense(
                () -> new Basket.ManualCharge("X", "STANDARD", Money.zero(EUR).minus(CENT), null));
    }

    @Test
    void nonsenseIsNoRule() {
        assertNonsense(() -> new Reduction(Reduction.Kind.PERCENT, new BigDecimal("100.01")));
        assertNonsense(() -> new Reduction(Reduction.Kind.AMOUNT, new BigDecimal("-1")));
        assertNonsense(() -> new PerPiece(Scope.ALL, new ArrayList<>()));
        Reduction price = new Reduction(Reduction.Kind.PRICE, BigDecimal.TEN);
        assertNonsense(() -> new PerPiece(Scope.ALL, List.of(new PerPiece.Step(0, price))));
        assertNonsense(() -> new Threshold(Scope.ALL, List.of(new Threshold.Step(BigDecimal.ONE, price))));
        List<MixAndMatch.Group> three = List.of(new MixAndMatch.Group(Scope.ALL, 3));
        assertNonsense(() -> new MixAndMatch(three, new MixAndMatch.Deal.CheapestFree(4), 1));
        assertNonsense(() -> new MixAndMatch(List.of(), new MixAndMatch.Deal.OffTheSet(price), 1));
        assertNonsense(() -> new MixAndMatch.Group(Scope.ALL, 0));
        assertNonsense(() -> new Period(DAY, DAY.minusDays(1)));
    }

    private static Basket.Line line(int quantity, Money price) {
        return new Basket.Line(1, new Basket.Item(1, "KITCHEN", "STANDARD", "PCS", 1), quantity, price, DAY, null);
    }

    private static void assertNonsense(org.assertj.core.api.ThrowableAssert.ThrowingCallable made) {
        assertThatThrownBy(made).isInstanceOf(IllegalArgumentException.class);
    }
}
