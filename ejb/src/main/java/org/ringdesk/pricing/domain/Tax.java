package org.ringdesk.pricing.domain;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ringdesk.pricing.Priced.Rule;
import org.ringdesk.shared.Money;

/**
 * Tax by rate: the amounts of one rate are added up first and the tax on their sum is rounded once, as an invoice states it. A
 * charge is taxed as goods of its class.
 */
public final class Tax implements Step {
    @Override
    public Sheet apply(Sheet sheet, Rules rules) {
        Taxes taxes = rules.taxes();
        Set<List<Taxes.Rate>> taxed = new LinkedHashSet<>();
        Stream.concat(
                        sheet.lines().stream().map(l -> ofLine(l, taxes)),
                        sheet.charges().stream()
                                .filter(c -> c.amount().isPositive())
                                .map(c -> ofCharge(c, sheet, taxes)))
                .sorted(Comparator.comparing(List::toString))
                .forEach(taxed::add);
        Sheet now = sheet;
        for (List<Taxes.Rate> rates : taxed) {
            now = tax(now, rates, taxes);
        }
        return now;
    }

    /** A line keeps the rate of the day that it was quoted, as it keeps its prices. */
    private static List<Taxes.Rate> ofLine(Sheet.Line line, Taxes taxes) {
        return taxes.of(line.item().taxClass(), line.asked().quotedOn());
    }

    private static List<Taxes.Rate> ofCharge(Sheet.Charged charge, Sheet sheet, Taxes taxes) {
        return taxes.of(charge.taxClass(), sheet.basket().day());
    }

    private static Sheet tax(Sheet sheet, List<Taxes.Rate> rates, Taxes taxes) {
        List<Money> amounts = IntStream.range(0, sheet.lines().size())
                .mapToObj(place -> amount(sheet, place, rates, taxes))
                .toList();
        Money amount = sheet.sum(amounts.stream());
        Sheet taxed = sheet;
        for (Taxes.Rate rate : rates) {
            Money tax = taxes.on(amount, rate, rates);
            taxed = taxed.tax(new Sheet.Taxed(tax, Shares.of(tax, amounts)))
                    .because(taxes.included() ? Rule.TAX_INCLUDED : Rule.TAX_ADDED, rate.code(), null, tax);
        }
        return taxed;
    }

    /** What of a line and its share of the charges these rates tax. */
    private static Money amount(Sheet sheet, int place, List<Taxes.Rate> rates, Taxes taxes) {
        Sheet.Line line = sheet.lines().get(place);
        Money goods = ofLine(line, taxes).equals(rates) ? line.amount() : Money.zero(sheet.currency());
        return goods.plus(sheet.sum(sheet.charges().stream()
                .filter(c ->
                        c.amount().isPositive() && ofCharge(c, sheet, taxes).equals(rates))
                .map(c -> c.shares().get(place))));
    }
}
