package org.ringdesk.pricing.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;
import org.ringdesk.pricing.Terms;
import org.ringdesk.shared.Money;

/**
 * Tax by rate: the amounts of one rate are added up first and the tax on their sum is rounded once, as an invoice states it.
 * Charges are taxed as goods of the standard class.
 */
public final class Tax implements Step {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    @Override
    public Sheet apply(Sheet sheet, Terms terms) {
        Map<BigDecimal, Money> byRate = new TreeMap<>();
        for (Sheet.Line line : sheet.lines()) {
            byRate.merge(terms.taxPercent(line.taxClass()), line.amount(), Money::plus);
        }
        if (sheet.charges().isPositive()) {
            byRate.merge(terms.taxPercent(Terms.STANDARD), sheet.charges(), Money::plus);
        }
        Sheet taxed = sheet;
        for (Map.Entry<BigDecimal, Money> rate : byRate.entrySet()) {
            Money tax = tax(rate.getValue(), rate.getKey(), terms.pricesIncludeTax());
            taxed = taxed.tax(taxed.tax().plus(tax))
                    .because(
                            terms.pricesIncludeTax() ? "tax-included" : "tax-added",
                            rate.getKey().stripTrailingZeros().toPlainString(),
                            tax);
        }
        return taxed;
    }

    private static Money tax(Money amount, BigDecimal percent, boolean included) {
        BigDecimal base = included ? HUNDRED.add(percent) : HUNDRED;
        BigDecimal tax = amount.amount()
                .multiply(percent)
                .divide(base, amount.currency().getDefaultFractionDigits(), RoundingMode.HALF_UP);
        return new Money(tax, amount.currency());
    }
}
