package org.ringdesk.pricing.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ringdesk.pricing.Basket;
import org.ringdesk.pricing.Priced;
import org.ringdesk.shared.Money;

/**
 * The calculation as far as it has come.
 *
 * @param lines by position
 * @param coupons the codes that count
 */
public record Sheet(
        Basket basket,
        List<Line> lines,
        Set<String> coupons,
        List<Charged> charges,
        List<Taxed> taxes,
        List<Priced.Detail> details) {

    public record Line(Basket.Line asked, Money unitPrice, List<Portion> portions) {
        int position() {
            return asked.position();
        }

        Basket.Item item() {
            return asked.item();
        }

        Line unitPrice(Money now) {
            return new Line(asked, now, portions);
        }

        Line portions(List<Portion> now) {
            return new Line(asked, unitPrice, List.copyOf(now));
        }

        Money amount() {
            return Portion.sum(portions, unitPrice.currency());
        }

        Money discount() {
            return portions.stream()
                    .flatMap(p -> p.cuts().stream())
                    .map(Portion.Cut::off)
                    .reduce(Money.zero(unitPrice.currency()), Money::plus);
        }
    }

    /** A charge, and how it is spread over the lines, by their place. */
    record Charged(String taxClass, Money amount, List<Money> shares) {}

    /** A tax, and how it is spread over the lines, by their place. */
    record Taxed(Money amount, List<Money> shares) {}

    public static Sheet of(Basket basket) {
        List<Line> lines = basket.lines().stream()
                .sorted(Comparator.comparing(Basket.Line::position))
                .map(l -> new Line(l, l.basePrice(), List.of()))
                .toList();
        return new Sheet(basket, lines, Set.of(), List.of(), List.of(), List.of());
    }

    Currency currency() {
        return basket.currency();
    }

    Sheet with(Line line) {
        return lines(lines.stream()
                .map(l -> l.position() == line.position() ? line : l)
                .toList());
    }

    private Sheet lines(List<Line> now) {
        return new Sheet(basket, now, coupons, charges, taxes, details);
    }

    List<Portion> portions(boolean closed) {
        return lines.stream()
                .flatMap(l -> l.portions().stream())
                .filter(p -> p.closed() == closed)
                .toList();
    }

    /** All portions anew. */
    Sheet portions(List<Portion> now) {
        return lines(lines.stream()
                .map(l -> l.portions(
                        now.stream().filter(p -> p.position() == l.position()).toList()))
                .toList());
    }

    Sheet coupons(Set<String> now) {
        return new Sheet(basket, lines, now, charges, taxes, details);
    }

    /** Valid ones of the kind, with a coupon where they need one. */
    List<Discount> discounts(Rules rules, Discount.Concurrency concurrency) {
        return rules.discounts().stream()
                .filter(d -> d.concurrency() == concurrency
                        && d.valid().contains(basket.day())
                        && (!d.byCoupon() || coupons.contains(d.code())))
                .toList();
    }

    /** @param position of the line that it is for, or null: then all have their share by what they cost */
    Sheet charge(String taxClass, Money amount, @Nullable Integer position) {
        List<Money> weights = eachLine(Line::amount);
        List<Money> shares = position == null
                ? Shares.of(amount, weights)
                : eachLine(l -> l.position() == position ? amount : Money.zero(currency()));
        return new Sheet(basket, lines, coupons, plus(charges, new Charged(taxClass, amount, shares)), taxes, details);
    }

    Sheet tax(Taxed tax) {
        return new Sheet(basket, lines, coupons, charges, plus(taxes, tax), details);
    }

    Sheet because(List<Priced.Detail> reasons) {
        List<Priced.Detail> all =
                Stream.concat(details.stream(), reasons.stream()).toList();
        return new Sheet(basket, lines, coupons, charges, taxes, all);
    }

    /** What discounts took off the portions, summed up by discount and line. */
    Sheet becauseOf(List<Portion> portions) {
        Map<Discount, Map<Integer, Money>> off = new TreeMap<>(Discount.SEQUENCE);
        for (Portion p : portions) {
            for (Portion.Cut cut : p.cuts()) {
                off.computeIfAbsent(cut.discount(), d -> new TreeMap<>()).merge(p.position(), cut.off(), Money::plus);
            }
        }
        List<Priced.Detail> reasons = new ArrayList<>();
        off.forEach((discount, lines) -> lines.forEach((position, amount) -> {
            if (amount.isPositive()) {
                reasons.add(new Priced.Detail(discount.offer().rule(), discount.code(), position, amount));
            }
        }));
        return because(reasons);
    }

    Sheet because(Priced.Rule rule, String code, @Nullable Integer position, Money amount) {
        return because(List.of(new Priced.Detail(rule, code, position, amount)));
    }

    Money goods() {
        return sum(lines.stream().map(Line::amount));
    }

    public Priced result(Rules rules) {
        boolean included = rules.taxes().included();
        List<Priced.Line> priced = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            priced.add(line(i, rules.taxes()));
        }
        List<Priced.Line> asAsked = basket.lines().stream()
                .map(l -> priced.stream()
                        .filter(p -> p.position() == l.position())
                        .findFirst()
                        .orElseThrow())
                .toList();
        Money charged = sum(charges.stream().map(Charged::amount));
        Money tax = sum(taxes.stream().map(Taxed::amount));
        Money beforeTax = goods().plus(charged);
        return new Priced(
                asAsked,
                goods(),
                sum(lines.stream().map(Line::discount)),
                charged,
                tax,
                included ? beforeTax : beforeTax.plus(tax),
                details);
    }

    private Priced.Line line(int place, Taxes rates) {
        Line line = lines.get(place);
        Money charged = sum(charges.stream().map(c -> c.shares().get(place)));
        Money tax = sum(taxes.stream().map(t -> t.shares().get(place)));
        Money beforeTax = line.amount().plus(charged);
        return new Priced.Line(
                line.position(),
                rates.percent(line.item().taxClass(), line.asked().quotedOn()),
                line.unitPrice(),
                line.discount(),
                line.amount(),
                charged,
                tax,
                rates.included() ? beforeTax : beforeTax.plus(tax));
    }

    Money sum(Stream<Money> amounts) {
        return amounts.reduce(Money.zero(currency()), Money::plus);
    }

    private List<Money> eachLine(Function<Line, Money> amount) {
        return lines.stream().map(amount).toList();
    }

    private static <T> List<T> plus(List<T> list, T one) {
        return Stream.concat(list.stream(), Stream.of(one)).toList();
    }
}
