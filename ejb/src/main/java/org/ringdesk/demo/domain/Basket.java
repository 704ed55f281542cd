package org.ringdesk.demo.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.ringdesk.shared.Money;

/** What an order's lines come to. Prices include tax: it is taken out of the sum at each rate and rounded once, as pricing does; delivery is taxed as standard. */
public record Basket(List<Order.Line> lines, Money goods, Money charges, Money tax, Money total) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static Basket of(List<Order.Line> lines, Company.Channel channel, BigDecimal chargeTaxPercent) {
        Money goods = sum(channel, lines, Order.Line::amount);
        boolean free = goods.compareTo(channel.freeDeliveryAbove()) >= 0;
        Money charges = free ? Money.zero(goods.currency()) : channel.deliveryCharge();
        Map<BigDecimal, Money> byRate = new TreeMap<>(Map.of(chargeTaxPercent, charges));
        lines.forEach(line -> byRate.merge(line.taxPercent(), line.amount(), Money::plus));
        Money tax = sum(channel, List.copyOf(byRate.entrySet()), rate -> taxIn(rate.getValue(), rate.getKey()));
        return new Basket(lines, goods, charges, tax, goods.plus(charges));
    }

    static Money taxIn(Money gross, BigDecimal percent) {
        BigDecimal exact = gross.amount().multiply(percent).divide(HUNDRED.add(percent), 10, RoundingMode.HALF_UP);
        return Money.of(exact, gross.currency());
    }

    private static <T> Money sum(Company.Channel channel, List<T> parts, Function<T, Money> amount) {
        return parts.stream().map(amount).reduce(Money.zero(Currency.getInstance(channel.currency())), Money::plus);
    }
}
