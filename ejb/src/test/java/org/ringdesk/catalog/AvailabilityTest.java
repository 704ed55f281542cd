package org.ringdesk.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringdesk.shared.Refusal;

/** The arithmetic of what can be promised. */
class AvailabilityTest {
    /** A Thursday. */
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    @ParameterizedTest(name = "{1} of {0} there, lead time {2}, expected {3}, {4} days to the customer: {5}")
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
                     10 |  1 | - | ''                              | 0 | 2026-11-26
                     10 | 10 | - | ''                              | 1 | 2026-11-27
                     10 | 10 | - | ''                              | 2 | 2026-11-30
                     10 | 10 | - | ''                              | 7 | 2026-12-07
                     10 | 11 | - | ''                              | 2 | -
                     10 | 11 | 5 | ''                              | 1 | 2026-12-02
                     10 | 11 | 2 | ''                              | 0 | 2026-11-30
                      4 |  5 | 5 | 2026-12-09:1                    | 0 | 2026-12-09
                      4 |  6 | 5 | 2026-12-09:1;2026-12-14:1       | 1 | 2026-12-15
                      4 |  7 | 5 | 2026-12-09:1;2026-12-14:1       | 1 | 2026-12-02
                     -3 |  1 | - | 2026-12-05:3;2026-12-08:1       | 0 | 2026-12-08
                      0 |  1 | - | 2026-12-05:1                    | 0 | 2026-12-07
                      0 |  1 | 5 | 2026-11-20:99                   | 0 | 2026-12-01
                      0 |  1 | - | 2026-11-26:1                    | 0 | 2026-11-26
                    """)
    void thePromiseIsFromTheShelfElseFromTheFirstReceiptThatCoversElseTheLeadTime(
            int there, int wanted, @Nullable Integer lead, String expected, int days, @Nullable LocalDate promised) {
        Availability stock = new Availability(there, true, lead, Receipt.readAll(expected));
        assertThat(stock.promise(wanted, TODAY, days).orElse(null)).isEqualTo(promised);
    }

    @Test
    void whatIsMissingIsWhatIsNotHere() {
        Availability some = new Availability(3, false, null, List.of());
        assertThat(some.missing(3)).isZero();
        assertThat(some.missing(5)).isEqualTo(2);
        assertThat(some.allows(3)).isTrue();
        assertThat(some.allows(4)).isFalse();
        assertThat(some.with(2).allows(5)).isTrue();
        Availability owed = new Availability(-4, true, null, List.of());
        assertThat(owed.missing(2)).isEqualTo(2);
        assertThat(owed.allows(2)).isTrue();
    }

    @Test
    void receiptsAreReadByDay() {
        List<Receipt> all = Receipt.readAll(" 2026-12-21 : 100; 2026-12-07:40 ;");
        assertThat(Receipt.write(all)).isEqualTo("2026-12-07:40;2026-12-21:100");
        assertThat(Receipt.readAll("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-13-01:4",
                "tomorrow:4",
                "2026-12-07",
                "2026-12-07:0",
                "2026-12-07:-1",
                "2026-12-07:1:2",
                "2026-12-07:1;2026-12-07:2"
            })
    void whatIsNoReceiptIsRefused(String written) {
        assertThatThrownBy(() -> Receipt.readAll(written)).isInstanceOf(Refusal.class);
    }

    @Test
    void attributesAreInBothLanguages() {
        Attributes some = Attributes.read("colour|Farbe = red|rot; size=M");
        assertThat(some.text("en")).isEqualTo("colour red · size M");
        assertThat(some.text("de")).isEqualTo("Farbe rot · size M");
        assertThat(some.toString()).isEqualTo("colour|Farbe=red|rot;size=M");
        assertThat(Attributes.read(some.toString())).isEqualTo(some);
        assertThat(Attributes.read("")).isEqualTo(Attributes.NONE);
        for (String written : List.of("red", "=red", "colour=", "a|b|c=1", "a=1=2", "a|=1")) {
            assertThatThrownBy(() -> Attributes.read(written)).as(written).isInstanceOf(Refusal.class);
        }
    }

    @Test
    void daysOfSaleIncludeBothEnds() {
        ItemRules rules = new ItemRules(TODAY, TODAY.plusDays(1), false, true, true);
        assertThat(rules.isSoldOn(TODAY.minusDays(1))).isFalse();
        assertThat(rules.isSoldOn(TODAY)).isTrue();
        assertThat(rules.isSoldOn(TODAY.plusDays(1))).isTrue();
        assertThat(rules.isSoldOn(TODAY.plusDays(2))).isFalse();
        assertThatThrownBy(() -> rules.mustBeSoldOn(TODAY.minusDays(1), "Mug"))
                .isInstanceOfSatisfying(Refusal.class, r -> {
                    assertThat(r.key()).isEqualTo("product.sold-from");
                    assertThat(r.arguments()).containsExactly("Mug", TODAY);
                });
        assertThatThrownBy(() -> rules.mustBeSoldOn(TODAY.plusDays(2), "Mug"))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.key()).isEqualTo("product.sold-until"));
    }
}
