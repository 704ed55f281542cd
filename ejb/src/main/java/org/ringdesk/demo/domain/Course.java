package org.ringdesk.demo.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringdesk.demo.domain.Order.Event;
import org.ringdesk.orders.OrderStatus;

/** What happened to one order, from the first line on the phone to where it stands today. */
final class Course {
    private static final String FULFILMENT = "fulfilment";

    private final Dice dice;
    private final String agent;
    private final List<Event> events = new ArrayList<>();
    private OrderStatus status = OrderStatus.DRAFT;
    private Instant now;

    record End(OrderStatus status, Instant at) {
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
        note(agent, "CREATED", null, null, null);
        for (Order.Line line : lines) {
            later(Duration.ofSeconds(dice.between(15, 80)));
            note(agent, "LINE_ADDED", line.product().number(), null, String.valueOf(line.quantity()));
        }
        later(Duration.ofSeconds(dice.between(20, 90)));
    }

    Instant place(List<Order.Payment> payments) {
        for (Order.Payment payment : payments) {
            String amount = payment.amount().toString();
            note(agent, "PAYMENT_" + payment.status().name(), payment.method().name(), null, amount);
        }
        later(Duration.ofSeconds(dice.between(5, 30)));
        become(OrderStatus.PLACED, agent);
        return now;
    }

    /** Picked and sent within three days, invoiced within ten. */
    End runFor(int days) {
        if (days >= 2 && dice.percent(4)) {
            later(Duration.ofMinutes(dice.between(5, 700)));
            become(OrderStatus.CANCELLED, agent);
        } else if (days >= 2 && days <= 6 && dice.percent(15)) {
            later(Duration.ofMinutes(dice.between(1, 30)));
            become(OrderStatus.ON_HOLD, agent);
        } else if (days > 4 || days > 2 && dice.percent(50)) {
            later(Duration.ofMinutes(dice.between(600, 2 * 1440)));
            become(OrderStatus.SHIPPED, FULFILMENT);
            if (days >= 14) {
                later(Duration.ofMinutes(dice.between(3 * 1440, 7 * 1440)));
                become(OrderStatus.INVOICED, FULFILMENT);
            }
        }
        return new End(status, now);
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

    private void become(OrderStatus next, String who) {
        note(who, "STATUS", null, status.name(), next.name());
        status = next;
    }

    private void note(
            String who, String kind, @Nullable String subject, @Nullable String before, @Nullable String after) {
        events.add(new Event(now, who, kind, subject, before, after));
    }
}
