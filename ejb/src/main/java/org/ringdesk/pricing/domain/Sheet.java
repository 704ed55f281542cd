package org.ringdesk.pricing.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;
import org.ringdesk.pricing.Basket;
import org.ringdesk.pricing.Priced;
import org.ringdesk.pricing.Terms;
import org.ringdesk.shared.Money;

/** The calculation as far as it has come. */
public record Sheet(Currency currency, List<Line> lines, Money charges, Money tax, List<Priced.Detail> details) {

    public record Line(int position, String taxClass, int quantity, Money unitPrice, Money amount) {
        Line amount(Money amount) {
            return new Line(position, taxClass, quantity, unitPrice, amount);
        }
    }

    public static Sheet of(Basket basket) {
        Money nothing = Money.zero(basket.currency());
        return new Sheet(
                basket.currency(),
                basket.lines().stream()
                        .map(l -> new Line(l.position(), l.taxClass(), l.quantity(), l.unitPrice(), nothing))
                        .toList(),
                nothing,
                nothing,
                List.of());
    }

    Sheet eachLine(Function<Line, Line> change) {
        return new Sheet(currency, lines.stream().map(change).toList(), charges, tax, details);
    }

    Sheet charges(Money now) {
        return new Sheet(currency, lines, now, tax, details);
    }

    Sheet tax(Money now) {
        return new Sheet(currency, lines, charges, now, details);
    }

    Sheet because(List<Priced.Detail> reasons) {
        List<Priced.Detail> all = new ArrayList<>(details);
        all.addAll(reasons);
        return new Sheet(currency, lines, charges, tax, List.copyOf(all));
    }

    Sheet because(String rule, String subject, Money amount) {
        return because(List.of(new Priced.Detail(rule, subject, amount)));
    }

    Money goods() {
        return lines.stream().map(Line::amount).reduce(Money.zero(currency), Money::plus);
    }

    public Priced result(Terms terms) {
        Money goods = goods();
        Money beforeTax = goods.plus(charges);
        return new Priced(
                lines.stream().map(l -> line(l, terms)).toList(),
                goods,
                charges,
                tax,
                terms.pricesIncludeTax() ? beforeTax : beforeTax.plus(tax),
                details);
    }

    private static Priced.Line line(Line line, Terms terms) {
        BigDecimal percent = terms.taxPercent(line.taxClass());
        return new Priced.Line(line.position(), percent, line.amount());
    }
}
