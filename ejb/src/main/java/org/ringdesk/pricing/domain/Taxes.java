package org.ringdesk.pricing.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.ringdesk.shared.Money;
import org.ringdesk.shared.Refusal;

/**
 * What is taxed how where the order is sold.
 *
 * @param place to name when a rate is missing, e.g. a country
 * @param included whether prices and charges contain the tax
 * @param rates by class of goods; several where several jurisdictions tax the same, each on the price without tax
 */
public record Taxes(String place, boolean included, Map<String, List<Rate>> rates) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** @param valid on which days; of several of a jurisdiction for a day the one that began last counts */
    public record Rate(String jurisdiction, BigDecimal percent, Period valid) {
        private static final Comparator<Rate> BEGUN =
                Comparator.comparing(r -> r.valid.from(), Comparator.nullsFirst(Comparator.naturalOrder()));

        public Rate {
            percent = percent.stripTrailingZeros();
        }

        /** On every day. */
        public Rate(String jurisdiction, BigDecimal percent) {
            this(jurisdiction, percent, Period.ALWAYS);
        }

        /** E.g. {@code DE 19}. */
        String code() {
            return jurisdiction + ' ' + percent.toPlainString();
        }
    }

    public Taxes {
        rates = Map.copyOf(rates);
    }

    /** @throws Refusal {@code pricing.tax.missing} when the place has no rate for the class on the day */
    List<Rate> of(String taxClass, LocalDate day) {
        Map<String, Rate> found = new LinkedHashMap<>();
        rates.getOrDefault(taxClass, List.of()).stream()
                .filter(r -> r.valid.contains(day))
                .forEach(r -> found.merge(r.jurisdiction, r, BinaryOperator.maxBy(Rate.BEGUN)));
        if (found.isEmpty()) {
            throw new Refusal("pricing.tax.missing", taxClass, place);
        }
        // of two with the same percentage the amounts are one sum
        return found.values().stream()
                .map(r -> new Rate(r.jurisdiction, r.percent))
                .toList();
    }

    BigDecimal percent(String taxClass, LocalDate day) {
        return sum(of(taxClass, day));
    }

    private static BigDecimal sum(List<Rate> all) {
        return all.stream().map(Rate::percent).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** One rate's tax on an amount that all of these rates tax, rounded. */
    Money on(Money amount, Rate rate, List<Rate> all) {
        BigDecimal base = included ? HUNDRED.add(sum(all)) : HUNDRED;
        BigDecimal tax = amount.amount()
                .multiply(rate.percent)
                .divide(base, amount.currency().getDefaultFractionDigits(), RoundingMode.HALF_UP);
        return new Money(tax, amount.currency());
    }
}
