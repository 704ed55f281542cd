package org.ringdesk.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class MoneyTest {
    private static final Currency EUR = Currency.getInstance("EUR");

    @Test
    void roundsToTheMinorUnitOfItsCurrency() {
        assertThat(Money.of("2.345", "EUR")).isEqualTo(Money.of("2.35", "EUR"));
        assertThat(Money.of("-2.345", "EUR")).isEqualTo(Money.of("-2.35", "EUR"));
        assertThat(Money.of("1234.5", "JPY").amount()).isEqualTo(new BigDecimal("1235"));
    }

    @Test
    void currenciesNeverMix() {
        assertThatThrownBy(() -> Money.of("1", "EUR").plus(Money.of("1", "GBP")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Money.of("1", "EUR").compareTo(Money.of("1", "GBP")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void equalAmountsAreEqualWhateverTheirScale() {
        Money a = new Money(new BigDecimal("1.50"), EUR);
        Money b = new Money(new BigDecimal("1.5"), EUR);
        assertThat(a).isEqualTo(b).hasSameHashCodeAs(b);
    }

    @Property
    void plusAndMinusUndoEachOther(
            @ForAll @BigRange(min = "-999999", max = "999999") @Scale(2) BigDecimal a,
            @ForAll @BigRange(min = "-999999", max = "999999") @Scale(2) BigDecimal b) {
        Money x = Money.of(a, EUR);
        Money y = Money.of(b, EUR);
        assertThat(x.plus(y).minus(y)).isEqualTo(x);
    }
}
