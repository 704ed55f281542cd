package org.ringdesk.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            12,50 | 12.50
            12.50 | 12.50
            4.9   | 4.9
            7     | 7
            -3,00 | -3.00
            """)
    void readsEitherLanguagesDecimals(String typed, BigDecimal amount) {
        assertThat(Amounts.read(typed)).contains(amount);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.000,00", "1,000.00", "1.000", "12,505", "12 EUR", "twelve", "1e3", ".5", "12,", "0x10"})
    void guessesAtNothing(String typed) {
        assertThat(Amounts.read(typed)).isEmpty();
    }
}
