package org.ringdesk.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringdesk.pricing.domain.MarginRule;
import org.ringdesk.shared.Money;

/** When a seller is warned. */
class MarginRuleTest {
    private static final MarginRule RULE = new MarginRule(new BigDecimal("20"), new BigDecimal("10"));

    /** Prices without tax. */
    @ParameterizedTest
    @CsvSource({
        "100.00, 70.00, ACCEPTABLE",
        "100.00, 80.00, ACCEPTABLE",
        "100.00, 80.01, QUESTIONABLE",
        "100.00, 90.00, QUESTIONABLE",
        "100.00, 90.01, UNACCEPTABLE",
        "100.00, 130.00, UNACCEPTABLE",
        "99999.99, 80000.00, QUESTIONABLE",
        "0.00, 0.01, UNACCEPTABLE",
        "0.00, 0.00, ACCEPTABLE",
        "100.00, , UNKNOWN"
    })
    void betweenTheTwoAWarningBelowARefusal(String price, @Nullable String cost, MarginLevel level) {
        assertThat(RULE.level(Money.of(price, "EUR"), cost == null ? null : Money.of(cost, "EUR")))
                .isEqualTo(level);
    }

    @Test
    void isInPercentOfThePrice() {
        assertThat(MarginRule.percent(Money.of("30", "EUR"), Money.of("20", "EUR")))
                .hasValueSatisfying(p -> assertThat(p).isEqualByComparingTo("33.33"));
        assertThat(MarginRule.percent(Money.of("0", "EUR"), Money.of("20", "EUR")))
                .isEmpty();
    }

    @Test
    void nonsenseIsNoRule() {
        assertThatThrownBy(() -> new MarginRule(BigDecimal.ONE, BigDecimal.TEN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MarginRule(new BigDecimal("101"), BigDecimal.TEN))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
