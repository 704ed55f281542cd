package org.ringdesk.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ringdesk.shared.Money;
import org.ringdesk.shared.Refusal;

/** Worked examples, as an invoice shows them. */
class PricingTest {
    private static final Terms GERMANY = new Terms(
            "DE",
            true,
            Money.of("4.95", "EUR"),
            Money.of("60.00", "EUR"),
            Map.of("STANDARD", new BigDecimal("19"), "REDUCED", new BigDecimal("7")));
    private static final Terms NET = new Terms(
            "GB",
            false,
            Money.of("3.50", "GBP"),
            null,
            Map.of("STANDARD", new BigDecimal("20"), "REDUCED", BigDecimal.ZERO));

    @Test
    void germanPricesContainTheTaxOfEachRate() {
        Priced priced = price(GERMANY, "EUR", "STANDARD 2 12.95", "REDUCED 1 9.99");
        assertThat(priced.goods()).isEqualTo(Money.of("35.89", "EUR"));
        assertThat(priced.charges()).isEqualTo(Money.of("4.95", "EUR"));
        assertThat(priced.total()).isEqualTo(Money.of("40.84", "EUR"));
        // 30.85 with 19 % holds 4.93; 9.99 with 7 % holds 0.65
        assertThat(priced.tax()).isEqualTo(Money.of("5.58", "EUR"));
        assertThat(priced.details())
                .extracting(d -> d.rule() + ' ' + d.subject() + ' ' + d.amount())
                .containsExactly(
                        "base-price 1 25.90 EUR",
                        "base-price 2 9.99 EUR",
                        "delivery  4.95 EUR",
                        "tax-included 7 0.65 EUR",
                        "tax-included 19 4.93 EUR");
    }

    @Test
    void netPricesHaveTheirTaxAdded() {
        Priced priced = price(NET, "GBP", "STANDARD 3 1.99", "REDUCED 1 10.00");
        assertThat(priced.goods()).isEqualTo(Money.of("15.97", "GBP"));
        // 20 % of 5.97 + 3.50
        assertThat(priced.tax()).isEqualTo(Money.of("1.89", "GBP"));
        assertThat(priced.total()).isEqualTo(Money.of("21.36", "GBP"));
    }

    @Test
    void deliveryIsFreeFromTheThresholdOn() {
        assertThat(price(GERMANY, "EUR", "STANDARD 1 59.99").charges()).isEqualTo(Money.of("4.95", "EUR"));
        assertThat(price(GERMANY, "EUR", "STANDARD 1 60.00").charges()).isEqualTo(Money.of("0.00", "EUR"));
    }

    @Test
    void anEmptyOrderCostsNothing() {
        assertThat(price(GERMANY, "EUR").total()).isEqualTo(Money.of("0", "EUR"));
    }

    @Test
    void priceOfAPieceMayBeFinerThanACent() {
        assertThat(price(GERMANY, "EUR", "STANDARD 1000 0.0125").goods()).isEqualTo(Money.of("12.50", "EUR"));
        assertThat(price(GERMANY, "EUR", "STANDARD 1 0.0125", "STANDARD 1 0.0125")
                        .goods())
                .isEqualTo(Money.of("0.02", "EUR"));
    }

    @Test
    void aClassWithoutARateIsRefused() {
        assertThatThrownBy(() -> price(GERMANY, "EUR", "LUXURY 1 1.00"))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.key()).isEqualTo("pricing.tax.missing"));
    }

    @Test
    void nonsenseIsNoBasket() {
        assertThatThrownBy(() -> price(GERMANY, "EUR", "STANDARD 0 1.00")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> price(GERMANY, "EUR", "STANDARD 1 -1.00"))
                .isInstanceOf(IllegalArgumentException.class);
        Basket.Line pounds = new Basket.Line(1, "STANDARD", 1, Money.of("1", "GBP"));
        assertThatThrownBy(() -> new Basket(Currency.getInstance("EUR"), List.of(pounds)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Basket(Currency.getInstance("GBP"), List.of(pounds, pounds)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** @param lines class, quantity, price of one */
    private static Priced price(Terms terms, String currency, String... lines) {
        List<String[]> words = Arrays.stream(lines).map(l -> l.split(" ")).toList();
        return Pricing.price(
                new Basket(
                        Currency.getInstance(currency),
                        IntStream.range(0, lines.length)
                                .mapToObj(i -> new Basket.Line(
                                        i + 1,
                                        words.get(i)[0],
                                        Integer.parseInt(words.get(i)[1]),
                                        new Money(new BigDecimal(words.get(i)[2]), Currency.getInstance(currency))))
                                .toList()),
                terms);
    }
}
