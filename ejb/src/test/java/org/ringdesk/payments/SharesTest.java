package org.ringdesk.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ringdesk.administration.ChannelCode;
import org.ringdesk.administration.TenderRule;
import org.ringdesk.orders.Coverage;
import org.ringdesk.payments.domain.Payment;
import org.ringdesk.payments.domain.Shares;
import org.ringdesk.payments.domain.Tender;
import org.ringdesk.shared.Money;

/** Parts of a total, and when they are enough. */
class SharesTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final List<String> CURRENCIES = List.of("EUR", "GBP", "JPY", "KWD");

    @Test
    void theLastPartTakesTheRemainder() {
        List<Payment> thirds = percents("EUR", List.of("33.33", "33.33", "33.34"));
        Shares.follow(thirds, Money.of("10.00", "EUR"));
        assertThat(thirds).extracting(p -> p.amount().toString()).containsExactly("3.33 EUR", "3.33 EUR", "3.34 EUR");
        Shares.follow(thirds, Money.of("0.01", "EUR"));
        assertThat(thirds).extracting(p -> p.amount().toString()).containsExactly("0.00 EUR", "0.00 EUR", "0.01 EUR");
        List<Payment> halves = percents("EUR", List.of("50", "50"));
        Shares.follow(halves, Money.of("10.01", "EUR"));
        assertThat(halves).extracting(p -> p.amount().toString()).containsExactly("5.01 EUR", "5.00 EUR");
    }

    @Property
    void partsOfTheWholeComeToItToTheCentWhateverItIs(
            @ForAll @LongRange(max = 1_000_000_000L) long minor,
            @ForAll @IntRange(max = 3) int currency,
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 100_000) Integer> weights) {
        Money due = money(minor, CURRENCIES.get(currency));
        List<Payment> parts = percents(CURRENCIES.get(currency), whole(weights));
        Shares.follow(parts, due);
        Money sum = parts.stream().map(Payment::amount).reduce(Money.zero(due.currency()), Money::plus);
        assertThat(sum).isEqualTo(due);
        assertThat(parts).allSatisfy(p -> {
            assertThat(p.amount().amount().signum()).isNotNegative();
            assertThat(p.amount().rounded()).isEqualTo(p.amount());
        });
        Coverage exact = Shares.coverage(parts, due, PaymentStatus::covers, rule(null, null));
        assertThat(exact.covers(due)).isTrue();
    }

    /** Of payments without a check every cent counts; with one it is as the channel says, and no more. */
    @Property
    void nothingIsToleratedButWithACheck(
            @ForAll @LongRange(min = 1, max = 1_000_000) long due,
            @ForAll @LongRange(min = 1, max = 1_000_000) long card,
            @ForAll @LongRange(max = 1_000_000) long check,
            @ForAll("rules") TenderRule rule) {
        Money total = money(due, "EUR");
        List<Payment> all = new ArrayList<>();
        all.add(new Payment(1, 1, Tender.card("tok_visa", "VISA", "4242"), money(card, "EUR"), "anna", NOW));
        if (check > 0) {
            all.add(new Payment(1, 2, Tender.check("17"), money(check, "EUR"), "anna", NOW));
        }
        boolean covers =
                Shares.coverage(all, total, PaymentStatus::covers, rule).covers(total);
        long missing = due - card - check;
        if (check == 0) {
            assertThat(covers).isEqualTo(missing == 0);
        } else {
            assertThat(covers).isEqualTo(missing <= tolerated(rule, due) && card <= due);
        }
    }

    /** In minor units, by another way of reckoning. */
    private static long tolerated(TenderRule rule, long due) {
        BigDecimal amount = rule.tolerance();
        BigDecimal percent = rule.tolerancePercent();
        long most = amount == null ? Long.MAX_VALUE : amount.movePointRight(2).longValueExact();
        long share = percent == null
                ? Long.MAX_VALUE
                : percent.multiply(BigDecimal.valueOf(due))
                        .movePointLeft(2)
                        .add(new BigDecimal("0.5"))
                        .longValue();
        long least = Math.min(most, share);
        return least == Long.MAX_VALUE ? 0 : least;
    }

    @Provide
    Arbitrary<TenderRule> rules() {
        Arbitrary<BigDecimal> amounts = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.TEN)
                .ofScale(2)
                .injectNull(0.3);
        Arbitrary<BigDecimal> percents = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal(5))
                .ofScale(3)
                .injectNull(0.3);
        return Combinators.combine(amounts, percents).as(SharesTest::rule);
    }

    private static TenderRule rule(@Nullable BigDecimal amount, @Nullable BigDecimal percent) {
        return new TenderRule(new ChannelCode("DE"), amount, percent, null, 0, "CHECK", 14, 0);
    }

    /** Percentages in the ratio of the weights that are 100 together. */
    private static List<String> whole(List<Integer> weights) {
        int sum = weights.stream().mapToInt(Integer::intValue).sum();
        List<String> percents = new ArrayList<>();
        BigDecimal left = new BigDecimal(100);
        for (int i = 0; i < weights.size() - 1; i++) {
            BigDecimal percent = BigDecimal.valueOf(weights.get(i) * 100_000L / sum, 3);
            percents.add(percent.toPlainString());
            left = left.subtract(percent);
        }
        percents.add(left.toPlainString());
        return percents;
    }

    private static List<Payment> percents(String currency, List<String> percents) {
        List<Payment> all = new ArrayList<>();
        for (String percent : percents) {
            Money none = Money.zero(Currency.getInstance(currency));
            Tender tender = Tender.card("tok_visa", "VISA", "4242");
            all.add(new Payment(1, all.size() + 1, tender, none, "anna", NOW).inPercent(new BigDecimal(percent)));
        }
        return all;
    }

    private static Money money(long minor, String currency) {
        Currency of = Currency.getInstance(currency);
        return Money.of(BigDecimal.valueOf(minor, of.getDefaultFractionDigits()), of);
    }
}
