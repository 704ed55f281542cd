package org.ringdesk.demo.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.ringdesk.demo.domain.Basket;
import org.ringdesk.demo.domain.Company;
import org.ringdesk.demo.domain.Order;
import org.ringdesk.orders.LineStatus;
import org.ringdesk.orders.OrderNumber;
import org.ringdesk.orders.OrderStatus;
import org.ringdesk.shared.Money;

/** Orders with their lines and what happened to them. */
final class OrderRows {
    private static final Set<OrderStatus> SENT = Set.of(OrderStatus.SHIPPED, OrderStatus.INVOICED);

    private final Connection database;
    private final Sequences sequences;

    /** Ids of what orders refer to; customers by place in the company's list. */
    record Known(Map<String, Long> channels, List<Long> customers, Map<String, Long> products) {}

    OrderRows(Connection database, Sequences sequences) {
        this.database = database;
        this.sequences = sequences;
    }

    /** @return their ids, in the order given */
    List<Long> write(Company company, Known known) throws SQLException {
        List<Long> ids = orders(company, known);
        lines(company.orders(), ids, known.products());
        events(company.orders(), ids);
        claims();
        return ids;
    }

    private List<Long> orders(Company company, Known known) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (Batch orders = new Batch(
                database,
                "sales_order",
                "id, number, channel_id, customer_id, status, agent, currency, goods, charges, tax, total, created_at,"
                        + " changed_at, placed_at, version")) {
            for (Order o : company.orders()) {
                long id = sequences.id();
                ids.add(id);
                Basket sums = o.basket();
                orders.add(
                        id,
                        number(company, o.channel()).value(),
                        Objects.requireNonNull(known.channels().get(o.channel()), o.channel()),
                        known.customers().get(o.customer()),
                        o.status(),
                        o.agent(),
                        sums.total().currency().getCurrencyCode(),
                        sums.goods(),
                        sums.charges(),
                        sums.tax(),
                        sums.total(),
                        o.createdAt(),
                        o.changedAt(),
                        o.placedAt(),
                        o.version());
            }
        }
        return ids;
    }

    private OrderNumber number(Company company, String channel) throws SQLException {
        String prefix = company.channels().stream()
                .filter(c -> c.code().equals(channel))
                .findFirst()
                .orElseThrow()
                .orderPrefix();
        return new OrderNumber("%s%08d".formatted(prefix, sequences.order()));
    }

    private void lines(List<Order> all, List<Long> ids, Map<String, Long> products) throws SQLException {
        try (Batch lines = new Batch(
                database,
                "order_line",
                "id, order_id, position, product_id, product_number, product_name, quantity, base_price, quoted_on,"
                        + " unit_price, tax_percent, amount, total, status, shipped, invoiced, cancelled")) {
            for (int i = 0; i < all.size(); i++) {
                int position = 0;
                Order order = all.get(i);
                Money charges = order.basket().charges();
                for (Order.Line line : order.basket().lines()) {
                    String number = line.product().number();
                    lines.add(
                            sequences.id(),
                            ids.get(i),
                            ++position,
                            Objects.requireNonNull(products.get(number), number),
                            number,
                            line.name(),
                            line.quantity(),
                            line.unitPrice(),
                            LocalDate.ofInstant(all.get(i).createdAt(), ZoneOffset.UTC),
                            line.unitPrice(),
                            line.taxPercent(),
                            line.amount(),
                            position == 1 ? line.amount().plus(charges) : line.amount(),
                            status(order.status()),
                            SENT.contains(order.status()) ? line.quantity() : 0,
                            order.status() == OrderStatus.INVOICED ? line.quantity() : 0,
                            order.status() == OrderStatus.CANCELLED ? line.quantity() : 0);
                }
            }
        }
    }

    /** What is not sent yet is claimed, and was there beside what others may have. */
    private void claims() throws SQLException {
        try (Statement sql = database.createStatement()) {
            sql.execute("insert into stock_claim (holder, product_id, pieces)"
                    + " select o.id, l.product_id, sum(l.quantity * l.unit_pieces) from sales_order o join order_line l on l.order_id = o.id"
                    + " where o.status in ('PLACED', 'ON_HOLD') group by o.id, l.product_id");
            sql.execute("update product_stock set reserved = (select coalesce(sum(c.pieces), 0) from stock_claim c"
                    + " where c.product_id = product_stock.product_id)");
            sql.execute("update product_stock set on_hand = on_hand + reserved");
        }
    }

    private static LineStatus status(OrderStatus order) {
        return switch (order) {
            case SHIPPED -> LineStatus.SHIPPED;
            case INVOICED -> LineStatus.INVOICED;
            case CANCELLED -> LineStatus.CANCELLED;
            default -> LineStatus.OPEN;
        };
    }

    private void events(List<Order> all, List<Long> ids) throws SQLException {
        try (Batch events =
                new Batch(database, "order_event", "id, order_id, order_version, at, who, kind, subject, new_value")) {
            for (int i = 0; i < all.size(); i++) {
                for (Order.Event e : all.get(i).events()) {
                    events.add(
                            sequences.id(), ids.get(i), e.version(), e.at(), e.who(), e.kind(), e.subject(), e.value());
                }
            }
        }
    }
}
