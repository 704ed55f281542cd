package org.ringdesk.web.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringdesk.payments.Share;
import org.ringdesk.shared.Money;

/** What people type for how much is to be paid. */
class TypedShareTest {
    private static final Currency EUR = Currency.getInstance("EUR");

    @Test
    void anAmountOrAShareIsRead() {
        assertThat(read("12,50")).isEqualTo(Share.of(Money.of("12.50", "EUR")));
        assertThat(read("12.5")).isEqualTo(Share.of(Money.of("12.50", "EUR")));
        assertThat(read("50%")).isEqualTo(Share.percent("50"));
        assertThat(read(" 33,33 % ")).isEqualTo(Share.percent("33.33"));
    }

    @Test
    void nothingElseIsGuessedAt() {
        for (String typed : List.of("", "%", "half", "50%%", "-5%", "1.000,00", "50.1234%", "1000%")) {
            assertThat(TypedShare.read(typed)).as(typed).isEmpty();
        }
    }

    private static Share read(String typed) {
        return TypedShare.read(typed).orElseThrow().of(EUR);
    }
}
