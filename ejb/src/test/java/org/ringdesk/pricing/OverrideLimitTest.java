package org.ringdesk.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringdesk.pricing.domain.OverrideLimit;
import org.ringdesk.pricing.domain.PriceMove;
import org.ringdesk.shared.Money;
import org.ringdesk.shared.Refusal;

/** Who may sell for which price. */
class OverrideLimitTest {
    private static final Set<String> AGENT = Set.of("agent");

    /** A price of 100.00 with 19 % in it; it costs us 60.00. */
    @ParameterizedTest
    @CsvSource({
        // percent, floor, wanted, refused with
        "10, 0, 90.00, ",
        "10, 0, 89.99, pricing.override.percent",
        "10, 0, 110.00, ",
        "10, 0, 110.01, pricing.override.percent",
        "0, 0, 100.00, pricing.override.denied",
        "0, 0, 99.99, pricing.override.denied",
        ", 0, 0.00, ",
        ", 0, 500.00, ",
        // 60.00 and 19 % are 71.40; one and a quarter of it 89.25
        ", 100, 71.40, ",
        ", 100, 71.39, pricing.override.floor",
        ", 125, 89.25, ",
        ", 125, 89.24, pricing.override.floor",
        "50, 100, 71.40, ",
        "20, 100, 75.00, pricing.override.percent",
        "2.5, 0, 97.50, ",
        "2.5, 0, 97.49, pricing.override.percent"
    })
    void aRoleHasALimit(@Nullable BigDecimal percent, BigDecimal floor, String wanted, @Nullable String refused) {
        assertThat(refusal(move(wanted, "60.00"), AGENT, new OverrideLimit("agent", percent, floor)))
                .isEqualTo(refused);
    }

    @Test
    void theFloorIsToldAsThePriceThatIsQuoted() {
        OverrideLimit limit = new OverrideLimit("agent", null, new BigDecimal("103"));
        Refusal refusal = OverrideLimit.beyond(move("50.00", "60.00"), AGENT, List.of(limit))
                .orElseThrow();
        // 60.00 by 1.03 by 1.19 is 73.542: a cent less would be too little
        assertThat(refusal.arguments()).containsExactly(Money.of("73.55", "EUR"));
    }

    @Test
    void withoutACostOnlyALimitWithoutFloorLetsThrough() {
        assertThat(refusal(move("90.00", null), AGENT, new OverrideLimit("agent", null, BigDecimal.ONE)))
                .isEqualTo("pricing.override.cost");
        assertThat(refusal(move("90.00", null), AGENT, new OverrideLimit("agent", null, BigDecimal.ZERO)))
                .isNull();
    }

    @Test
    void whoHasSeveralRolesMayDoWhatAnyOfThemMay() {
        OverrideLimit agent = new OverrideLimit("agent", BigDecimal.ONE, BigDecimal.ZERO);
        OverrideLimit supervisor = new OverrideLimit("supervisor", new BigDecimal("40"), new BigDecimal("100"));
        Set<String> both = Set.of("agent", "supervisor");
        assertThat(refusal(move("75.00", "60.00"), both, agent, supervisor)).isNull();
        assertThat(refusal(move("99.50", null), both, agent, supervisor)).isNull();
        assertThat(refusal(move("75.00", "60.00"), AGENT, agent, supervisor)).isEqualTo("pricing.override.percent");
        assertThat(refusal(move("70.00", "60.00"), both, agent, supervisor)).isEqualTo("pricing.override.floor");
    }

    @Test
    void aRoleWithoutALimitMayNot() {
        assertThat(refusal(move("99.00", "60.00"), AGENT)).isEqualTo("pricing.override.denied");
    }

    @Test
    void whatIsFreeIsNotMadeDearerByPercent() {
        PriceMove free = new PriceMove(Money.of("0", "EUR"), Money.of("1", "EUR"), BigDecimal.ZERO, null);
        assertThat(refusal(free, AGENT, new OverrideLimit("agent", new BigDecimal("99"), BigDecimal.ZERO)))
                .isEqualTo("pricing.override.percent");
    }

    @Test
    void nonsenseIsNoLimitAndNoMove() {
        BigDecimal below = new BigDecimal("-1");
        assertThatThrownBy(() -> new OverrideLimit("agent", below, BigDecimal.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new OverrideLimit("agent", null, below)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> move("-0.01", null)).isInstanceOf(IllegalArgumentException.class);
    }

    private static PriceMove move(String wanted, @Nullable String cost) {
        return new PriceMove(
                Money.of("100.00", "EUR"),
                Money.of(wanted, "EUR"),
                new BigDecimal("19"),
                cost == null ? null : Money.of(cost, "EUR"));
    }

    private static @Nullable String refusal(PriceMove move, Set<String> roles, OverrideLimit... limits) {
        return OverrideLimit.beyond(move, roles, List.of(limits))
                .map(Refusal::key)
                .orElse(null);
    }
}
