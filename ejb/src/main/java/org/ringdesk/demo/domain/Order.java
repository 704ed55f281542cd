package org.ringdesk.demo.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ringdesk.orders.OrderStatus;
import org.ringdesk.payments.PaymentMethod;
import org.ringdesk.payments.PaymentStatus;
import org.ringdesk.shared.Money;

/**
 * A past order as it stands today.
 *
 * @param customer place in the company's list, from 0
 * @param events what happened to it, in order; the n-th made version n of it
 */
public record Order(
        int customer,
        String channel,
        String agent,
        OrderStatus status,
        Basket basket,
        Instant createdAt,
        Instant placedAt,
        List<Payment> payments,
        List<Event> events) {

    public Instant changedAt() {
        return events.get(events.size() - 1).at();
    }

    public record Line(
            Product product, String name, int quantity, Money unitPrice, BigDecimal taxPercent, Money amount) {}

    public record Event(
            Instant at,
            String who,
            String kind,
            @Nullable String subject,
            @Nullable String oldValue,
            @Nullable String newValue) {}

    public record Payment(
            PaymentMethod method,
            Money amount,
            PaymentStatus status,
            @Nullable Card card,
            @Nullable String checkNumber,
            UUID key,
            Instant createdAt,
            String createdBy,
            List<Step> steps) {}

    public record Card(String token, String brand, String lastFour) {}

    /** An entry of a payment's ledger. */
    public record Step(Instant at, String kind, Money amount, String answer, String reference) {}
}
