package org.ringdesk.demo.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;
import org.ringdesk.shared.Money;

/** What an order's lines come to. Prices include tax; tax is taken out of each line and of the charge, and rounded there. */
public record Basket(List<Order.Line> lines, Money goods, Money charges, Money tax, Money total) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static Basket of(List<Order.Line> lines, Company.Channel channel, BigDecimal chargeTaxPercent) {
        Money goods = sum(channel, lines, Order.Line::amount);
        boolean free = goods.compareTo(channel.freeDeliveryAbove()) >= 0;
        Money charges = free ? Money.zero(goods.currency()) : channel.deliveryCharge();
        Money tax = sum(channel, lines, line -> taxIn(line.amount(), line.taxPercent()))
                .plus(taxIn(charges, chargeTaxPercent));
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
