package org.ringdesk.demo.domain;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Makes the company up as of today: for the same seed and the same time it is the same, name by name and cent by cent. */
public final class DemoCompany {
    public static final long SEED = 20_240_501;
    private static final int ORDERS = 1000;

    private DemoCompany() {}

    public static Company asOf(Clock actual, long seed) {
        // whole seconds: either database keeps them as they are
        Clock clock = Clock.fixed(actual.instant().truncatedTo(ChronoUnit.SECONDS), ZoneOffset.UTC);
        List<Product> products = new Assortment(new Dice(seed)).products();
        Visits visits = new Visits(new Dice(seed + 1));
        List<Customer> customers = new People(new Dice(seed + 2), clock.instant(), visits).customers();
        OrderBook orders = new OrderBook(new Dice(seed + 3), clock, products, customers);
        return new Company(
                clock.instant(),
                Founding.CHANNELS,
                Founding.HOTLINES,
                Founding.QUEUES,
                Founding.CODES,
                Founding.STAFF,
                Founding.taxes(),
                Assortment.categories(),
                products,
                customers,
                Bargains.of(products, clock.instant()),
                orders.orders(visits.draw(ORDERS)),
                clock.instant());
    }
}
