package org.ringdesk.demo.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringdesk.demo.domain.Order;
import org.ringdesk.demo.domain.Order.Payment;
import org.ringdesk.orders.OrderStatus;
import org.ringdesk.payments.PaymentStatus;
import org.ringdesk.shared.Money;

/** Payments with their ledgers. */
final class PaymentRows {
    private final Connection database;
    private final Sequences sequences;

    PaymentRows(Connection database, Sequences sequences) {
        this.database = database;
        this.sequences = sequences;
    }

    /** @param orderIds in the order of the orders */
    void write(List<Order> orders, List<Long> orderIds) throws SQLException {
        List<Long> ids = payments(orders, orderIds);
        List<Payment> all = orders.stream().flatMap(o -> o.payments().stream()).toList();
        try (Batch steps =
                new Batch(database, "payment_event", "id, payment_id, at, kind, amount, answer, reference, detail")) {
            for (int i = 0; i < all.size(); i++) {
                for (Order.Step s : all.get(i).steps()) {
                    steps.add(
                            sequences.id(),
                            ids.get(i),
                            s.at(),
                            s.kind(),
                            s.amount(),
                            s.answer(),
                            s.reference(),
                            s.detail());
                }
            }
        }
    }

    private List<Long> payments(List<Order> orders, List<Long> orderIds) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (Batch payments = new Batch(
                database,
                "payment",
                "id, order_id, position, method, amount, currency, status, token, brand, last_four, check_number,"
                        + " idempotency_key, created_at, created_by, gateway_reference, authorized, captured, version")) {
            for (int i = 0; i < orders.size(); i++) {
                int position = 0;
                boolean invoiced = orders.get(i).status() == OrderStatus.INVOICED;
                for (Payment p : orders.get(i).payments()) {
                    boolean taken = invoiced && p.status().secures();
                    long id = sequences.id();
                    ids.add(id);
                    Order.@Nullable Card card = p.card();
                    payments.add(
                            id,
                            orderIds.get(i),
                            ++position,
                            p.method(),
                            p.amount(),
                            p.amount().currency().getCurrencyCode(),
                            taken && card != null ? PaymentStatus.PAID : p.status(),
                            card == null ? null : card.token(),
                            card == null ? null : card.brand(),
                            card == null ? null : card.lastFour(),
                            p.checkNumber(),
                            p.key().toString(),
                            p.createdAt(),
                            p.createdBy(),
                            p.gatewayReference(),
                            card == null ? null : p.amount(),
                            taken ? p.amount() : Money.zero(p.amount().currency()),
                            (long) p.steps().size());
                }
            }
        }
        return ids;
    }
}
