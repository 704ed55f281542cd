package org.ringdesk.pricing.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
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

    public record Rate(String jurisdiction, BigDecimal percent) {
        public Rate {
            percent = percent.stripTrailingZeros();
        }

        /** E.g. {@code DE 19}. */
        String code() {
            return jurisdiction + ' ' + percent.toPlainString();
        }
    }

    public Taxes {
        rates = Map.copyOf(rates);
    }

    /** @throws Refusal {@code pricing.tax.missing} when the place has no rate for the class */
    List<Rate> of(String taxClass) {
        List<Rate> found = rates.get(taxClass);
        if (found == null) {
            throw new Refusal("pricing.tax.missing", taxClass, place);
        }
        return found;
    }

    BigDecimal percent(String taxClass) {
        return sum(of(taxClass));
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
