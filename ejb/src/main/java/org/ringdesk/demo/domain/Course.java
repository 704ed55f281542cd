package org.ringdesk.demo.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringdesk.demo.domain.Order.Event;
import org.ringdesk.orders.OrderEventKind;
import org.ringdesk.orders.OrderStatus;
import org.ringdesk.shared.Money;

/**
 * What happened to one order, from the first line on the phone to where it stands today. Every step makes a version; those
 * that agents take are kept as events.
 */
final class Course {
    private final Dice dice;
    private final String agent;
    private final List<Event> events = new ArrayList<>();
    private OrderStatus status = OrderStatus.DRAFT;
    private Instant now;
    private long version;

    record End(OrderStatus status, Instant at, long version) {
        boolean isCancelled() {
            return status == OrderStatus.CANCELLED;
        }
    }

    Course(Dice dice, String agent, Instant start) {
        this.dice = dice;
        this.agent = agent;
        now = start;
    }

    void takeDown(List<Order.Line> lines) {
        note(OrderEventKind.STARTED, null, null);
        for (Order.Line line : lines) {
            later(Duration.ofSeconds(dice.between(15, 80)));
            note(OrderEventKind.LINE_ADDED, line.name(), String.valueOf(line.quantity()));
        }
        later(Duration.ofSeconds(dice.between(20, 90)));
    }

    Instant place(List<Order.Payment> payments, Money total) {
        for (Order.Payment payment : payments) {
            note(
                    OrderEventKind.PAYMENT_ADDED,
                    payment.method().name(),
                    payment.amount().toString());
        }
        later(Duration.ofSeconds(dice.between(5, 30)));
        note(OrderEventKind.SUBMITTED, null, total.toString());
        later(Duration.ofSeconds(1));
        become(OrderStatus.PLACED);
        note(OrderEventKind.PLACED, null, total.toString());
        return now;
    }

    /** Picked and sent within three days, invoiced within ten. */
    End runFor(int days) {
        if (days >= 2 && dice.percent(4)) {
            later(Duration.ofMinutes(dice.between(5, 700)));
            become(OrderStatus.CANCELLED);
            note(OrderEventKind.CANCELLED, null, null);
        } else if (days >= 2 && days <= 10 && dice.percent(20)) {
            later(Duration.ofMinutes(dice.between(1, 30)));
            become(OrderStatus.ON_HOLD);
        } else if (days > 4 || days > 2 && dice.percent(50)) {
            later(Duration.ofMinutes(dice.between(600, 2 * 1440)));
            become(OrderStatus.SHIPPED);
            if (days >= 14) {
                later(Duration.ofMinutes(dice.between(3 * 1440, 7 * 1440)));
                become(OrderStatus.INVOICED);
            }
        }
        return new End(status, now, version);
    }

    Instant now() {
        return now;
    }

    List<Event> events() {
        return List.copyOf(events);
    }

    private void later(Duration passed) {
        now = now.plus(passed);
    }

    private void become(OrderStatus next) {
        status = next;
        version++;
    }

    private void note(OrderEventKind kind, @Nullable String subject, @Nullable String value) {
        if (!kind.name().equals(status.name())) {
            version++;
        }
        events.add(new Event(version, now, agent, kind, subject, value));
    }
}
