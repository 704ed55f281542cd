package org.ringdesk.demo.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ringdesk.orders.OrderEventKind;
import org.ringdesk.orders.OrderStatus;
import org.ringdesk.payments.PaymentMethod;
import org.ringdesk.payments.PaymentStatus;
import org.ringdesk.shared.Money;

/**
 * A past order as it stands today.
 *
 * @param customer place in the company's list, from 0
 * @param events what agents did to it, in order
 */
public record Order(
        int customer,
        String channel,
        String agent,
        OrderStatus status,
        Basket basket,
        Instant createdAt,
        Instant placedAt,
        Instant changedAt,
        long version,
        List<Payment> payments,
        List<Event> events) {

    public record Line(
            Product product, String name, int quantity, Money unitPrice, BigDecimal taxPercent, Money amount) {}

    public record Event(
            long version,
            Instant at,
            String who,
            OrderEventKind kind,
            @Nullable String subject,
            @Nullable String value) {}

    public record Payment(
            PaymentMethod method,
            Money amount,
            PaymentStatus status,
            @Nullable Card card,
            @Nullable String checkNumber,
            UUID key,
            @Nullable String gatewayReference,
            Instant createdAt,
            String createdBy,
            List<Step> steps) {}

    public record Card(String token, String brand, String lastFour) {}

    /** An entry of a payment's ledger; the reference is the gateway's. */
    public record Step(
            Instant at,
            String kind,
            Money amount,
            String answer,
            @Nullable String reference,
            @Nullable String detail) {}
}
