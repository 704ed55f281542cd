package org.ringdesk.mail.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.ringdesk.administration.ChannelView;
import org.ringdesk.administration.DeliveryMode;
import org.ringdesk.catalog.ProductNumber;
import org.ringdesk.catalog.SalesUnit;
import org.ringdesk.customers.CustomerNumber;
import org.ringdesk.mail.MailKind;
import org.ringdesk.orders.DeliveryTerms;
import org.ringdesk.orders.LineStatus;
import org.ringdesk.orders.OrderNumber;
import org.ringdesk.orders.OrderStatus;
import org.ringdesk.orders.OrderView;
import org.ringdesk.orders.ShipTo;
import org.ringdesk.orders.ShipmentView;
import org.ringdesk.orders.Supply;
import org.ringdesk.payments.PaymentMethod;
import org.ringdesk.payments.PaymentStatus;
import org.ringdesk.payments.PaymentView;
import org.ringdesk.shared.Money;

/** An order that is made up, to show what a mail looks like. */
public final class Sample {
    private static final BigDecimal TAX = new BigDecimal("19");

    private final ChannelView channel;
    private final Instant now;
    private final LocalDate today;

    public Sample(ChannelView channel, Instant now, LocalDate today) {
        this.channel = channel;
        this.now = now;
        this.today = today;
    }

    public Occasion of(MailKind kind) {
        PaymentView card = new PaymentView(
                1,
                PaymentMethod.CARD,
                money("63.85"),
                null,
                money("0"),
                money("0"),
                PaymentStatus.AUTHORIZED,
                "Visa •••• 4242",
                null);
        return new Occasion(
                kind,
                order(),
                List.of(card),
                new ShipmentView("P-1", "DHL", "JD014600003828", now, Map.of(1, 2)),
                new Occasion.Refund(money("12.90"), "Visa •••• 4242"));
    }

    private OrderView order() {
        DeliveryTerms terms = new DeliveryTerms(
                channel.deliveryModes().stream()
                        .filter(DeliveryMode::needsAddress)
                        .findFirst()
                        .map(DeliveryMode::code)
                        .orElse(null),
                new ShipTo("1 Sample Road", "10115", "Berlin", channel.country()),
                today.plusDays(7),
                null,
                true);
        return new OrderView(
                new OrderNumber(channel.orderPrefix() + "00000042"),
                1,
                channel,
                new CustomerNumber("C00042"),
                "Alex Sample",
                null,
                "",
                null,
                OrderStatus.PLACED,
                false,
                List.of(
                        line(1, "MUG-001", "Stoneware mug", 2, "12.90", "2.58", "23.22"),
                        line(2, "TEA-001", "Assam tea, 250 g", 3, "11.56", "0", "34.68")),
                null,
                List.of(),
                terms,
                List.of(),
                money("57.90"),
                money("2.58"),
                money("5.95"),
                money("10.19"),
                money("63.85"),
                money("0"),
                now,
                now,
                null);
    }

    private OrderView.Line line(
            int position, String product, String name, int quantity, String price, String discount, String amount) {
        return new OrderView.Line(
                position,
                new ProductNumber(product),
                name,
                "",
                quantity,
                SalesUnit.PIECE,
                "",
                1,
                money(price),
                TAX,
                money(discount),
                money(amount),
                null,
                DeliveryTerms.NONE,
                LineStatus.OPEN,
                0,
                0,
                new Supply(true, 0, 0, true, null, false, false, true, ""));
    }

    private Money money(String amount) {
        return Money.of(new BigDecimal(amount), channel.currency());
    }
}
