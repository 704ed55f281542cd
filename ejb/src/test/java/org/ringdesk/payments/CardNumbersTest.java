package org.ringdesk.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringdesk.payments.domain.Tender;
import org.ringdesk.shared.CardNumbers;
import org.ringdesk.shared.Refusal;

class CardNumbersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111111111111111",
                "4111 1111 1111 1111",
                "4111-1111-1111-1111",
                "4111.1111.1111.1111",
                "4111\u00a01111\u00a01111\u00a01111",
                "4111 - 1111 - 1111 - 1111",
                "3782 822463 10005",
                "5555555555554444",
                "2223003122003222",
                "6011111111111117",
                "30569309025904",
                "6304000000000000",
                "tok_4111111111111111",
                "visa 4111111111111111 12/27 123",
                "41111111111111111227123",
                "\uff14\uff11\uff11\uff11 1111 1111 1111",
                "\u0664\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661",
            })
    void isFoundHoweverItIsWritten(String text) {
        assertThat(CardNumbers.isIn(text)).isTrue();
        assertThatThrownBy(() -> Tender.card(text, "VISA", "1111")).isInstanceOfSatisfying(Refusal.class, r -> {
            assertThat(r.key()).isEqualTo("payment.card.number");
            assertThat(r.arguments()).isEmpty();
            assertThat(r.getMessage()).doesNotContainPattern("\\d{4}");
        });
        assertThatThrownBy(() -> Tender.check(text))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.key()).isEqualTo("payment.card.number"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tok_visa",
                "tok_1N2abcDEF",
                "4242",
                "000123",
                "12345678",
                "2026-11-23",
                "4111111111111112",
                "+493023125042",
                "pm_4f3a_1111_b2c4",
                "",
            })
    void otherTextsAreNone(String text) {
        assertThat(CardNumbers.isIn(text)).isFalse();
    }

    @Property
    void everyNumberWithALuhnDigitIsFound(
            @ForAll @LongRange(min = 10_000_000_000L, max = 999_999_999_999_999_999L) long body,
            @ForAll @IntRange(min = 1, max = 7) int group,
            @ForAll boolean spaced) {
        String number = withCheckDigit(Long.toString(body));
        String text = spaced ? number.replaceAll("(.{" + group + "})", "$1 ") : number;
        assertThat(CardNumbers.isIn("x " + text + " y")).isTrue();
    }

    private static String withCheckDigit(String body) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            int digit = body.charAt(body.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit * 2 : digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return body + (10 - sum % 10) % 10;
    }
}
