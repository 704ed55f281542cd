package org.ringdesk.demo.domain;

import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.ringdesk.demo.domain.Company.Channel;
import org.ringdesk.demo.domain.Company.Person;
import org.ringdesk.demo.domain.Company.TaxRate;
import org.ringdesk.demo.domain.Order.Line;
import org.ringdesk.demo.domain.Visits.Visit;
import org.ringdesk.shared.Money;
import org.ringdesk.shared.Role;

/** The past orders, the oldest first. */
final class OrderBook {
    private final Dice dice;
    private final Clock clock;
    private final List<Product> products;
    private final List<Customer> customers;
    private final Till till;
    private final Map<String, BigDecimal> taxes =
            Founding.taxes().stream().collect(toMap(rate -> rate.country() + rate.taxClass(), TaxRate::percent));

    OrderBook(Dice dice, Clock clock, List<Product> products, List<Customer> customers) {
        this.dice = dice;
        this.clock = clock;
        this.products = products;
        this.customers = customers;
        till = new Till(dice);
    }

    List<Order> orders(List<Visit> visits) {
        // on account may be bought while earlier orders leave credit: so in order of time
        return visits.stream()
                .sorted(Comparator.comparingInt(Visit::daysAgo).reversed())
                .map(this::order)
                .sorted(Comparator.comparing(Order::createdAt))
                .toList();
    }

    private Order order(Visit visit) {
        Customer customer = customers.get(visit.customer());
        Channel channel = channelFor(customer);
        String agent = dice.pick(sellersIn(channel)).login();
        List<Line> lines = lines(channel);
        Basket basket = Basket.of(lines, channel, tax(channel, "STANDARD"));
        Instant start = inOfficeHours(visit.daysAgo(), ZoneId.of(channel.zone()));
        Course course = new Course(dice, agent, start);
        course.takeDown(lines);
        List<Order.Payment> payments = till.pay(basket.total(), customer, visit.customer(), agent, course.now());
        Instant placedAt = course.place(payments, basket.total());
        Course.End end = course.runFor(visit.daysAgo());
        return new Order(
                visit.customer(),
                channel.code(),
                agent,
                end.status(),
                basket,
                start,
                placedAt,
                end.at(),
                end.version(),
                end.isCancelled() ? Till.giveBack(payments, end.at()) : payments,
                course.events());
    }

    private static Channel channelFor(Customer customer) {
        String code = Territory.channel(customer.country());
        return Founding.CHANNELS.stream()
                .filter(c -> c.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static List<Person> sellersIn(Channel channel) {
        return Founding.STAFF.stream()
                .filter(p -> p.role().equals(Role.AGENT) && p.channels().contains(channel.code()))
                .toList();
    }

    private List<Line> lines(Channel channel) {
        List<Line> lines = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        int wanted = dice.between(1, 3) + (dice.percent(30) ? dice.between(1, 3) : 0);
        while (lines.size() < wanted) {
            Product product = dice.pick(products);
            product.price(channel.code())
                    .filter(price -> taken.add(product.number()))
                    .ifPresent(price -> lines.add(line(channel, product, price)));
        }
        return List.copyOf(lines);
    }

    private Line line(Channel channel, Product product, Money price) {
        int quantity = dice.percent(70) ? 1 : dice.between(2, 4);
        BigDecimal percent = tax(channel, product.taxClass());
        Money amount = price.times(quantity).rounded();
        return new Line(product, product.name(channel.language()), quantity, price, percent, amount);
    }

    private BigDecimal tax(Channel channel, String taxClass) {
        return Objects.requireNonNull(taxes.get(channel.country() + taxClass), taxClass);
    }

    private Instant inOfficeHours(int daysAgo, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(clock.instant(), zone).minusDays(daysAgo);
        return day.atTime(dice.between(8, 19), dice.between(0, 59), dice.between(0, 59))
                .atZone(zone)
                .toInstant();
    }
}
