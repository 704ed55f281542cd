package org.ringdesk.demo.domain;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ringdesk.orders.OrderEventKind.CANCELLED;
import static org.ringdesk.orders.OrderEventKind.LINE_ADDED;
import static org.ringdesk.orders.OrderEventKind.PAYMENT_ADDED;
import static org.ringdesk.orders.OrderEventKind.PLACED;
import static org.ringdesk.orders.OrderEventKind.STARTED;
import static org.ringdesk.orders.OrderEventKind.SUBMITTED;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.ringdesk.demo.domain.Company.Channel;
import org.ringdesk.orders.OrderEventKind;
import org.ringdesk.orders.OrderStatus;
import org.ringdesk.payments.PaymentMethod;
import org.ringdesk.payments.PaymentStatus;
import org.ringdesk.pricing.Priced;
import org.ringdesk.pricing.domain.Calculation;
import org.ringdesk.pricing.domain.Charge;
import org.ringdesk.pricing.domain.Rules;
import org.ringdesk.pricing.domain.Taxes;
import org.ringdesk.shared.Money;

class OrderBookTest {
    private static final Instant NOW = Instant.parse("2026-11-02T00:30:00Z");
    private static final LocalDate TODAY = LocalDate.ofInstant(NOW, ZoneOffset.UTC);
    private static final Company COMPANY = DemoCompany.asOf(Clock.fixed(NOW, ZoneOffset.UTC), DemoCompany.SEED);
    private static final List<Order> ORDERS = COMPANY.orders();

    @Test
    void linesGoodsChargesAndTotalAddUp() {
        assertThat(ORDERS).allSatisfy(order -> {
            Channel channel = channel(order);
            Basket b = order.basket();
            assertThat(b.lines()).isNotEmpty().allSatisfy(line -> {
                Money price = line.product().price(channel.code()).orElseThrow();
                assertThat(line.unitPrice()).isEqualTo(price);
                assertThat(line.amount()).isEqualTo(price.times(line.quantity()));
            });
            Money goods =
                    b.lines().stream().map(Order.Line::amount).reduce(b.total().times(0), Money::plus);
            assertThat(b.goods()).isEqualTo(goods);
            boolean free = goods.compareTo(channel.freeDeliveryAbove()) >= 0;
            assertThat(b.charges()).isEqualTo(free ? goods.times(0) : channel.deliveryCharge());
            assertThat(b.total()).isEqualTo(goods.plus(b.charges()));
            assertThat(b.total().currency().getCurrencyCode()).isEqualTo(channel.currency());
        });
    }

    @Test
    void theyCostWhatPricingSays() {
        assertThat(ORDERS).allSatisfy(order -> {
            Basket b = order.basket();
            Channel channel = channel(order);
            List<org.ringdesk.pricing.Basket.Line> lines = new ArrayList<>();
            b.lines()
                    .forEach(line -> lines.add(new org.ringdesk.pricing.Basket.Line(
                            lines.size() + 1,
                            new org.ringdesk.pricing.Basket.Item(
                                    0, "X", line.product().taxClass(), "PCS", 1),
                            line.quantity(),
                            line.unitPrice(),
                            TODAY,
                            null)));
            Map<String, List<Taxes.Rate>> taxes = COMPANY.taxes().stream()
                    .filter(rate -> rate.country().equals(channel.country()))
                    .collect(toMap(
                            Company.TaxRate::taxClass,
                            rate -> List.of(new Taxes.Rate(channel.country(), rate.percent()))));
            Priced priced = Calculation.price(
                    org.ringdesk.pricing.Basket.of(b.total().currency(), TODAY, lines),
                    new Rules(
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(Charge.delivery(channel.deliveryCharge(), channel.freeDeliveryAbove())),
                            new Taxes(channel.country(), true, taxes)));
            assertThat(b.tax()).isEqualTo(priced.tax());
            assertThat(b.charges()).isEqualTo(priced.charges());
            assertThat(b.total()).isEqualTo(priced.total());
        });
    }

    @Test
    void taxIsTakenOutOfPricesThatIncludeIt() {
        assertThat(Basket.taxIn(Money.of("119.00", "EUR"), new BigDecimal("19")))
                .isEqualTo(Money.of("19.00", "EUR"));
        assertThat(Basket.taxIn(Money.of("12.95", "EUR"), new BigDecimal("7"))).isEqualTo(Money.of("0.85", "EUR"));
        assertThat(Basket.taxIn(Money.of("12.95", "GBP"), BigDecimal.ZERO)).isEqualTo(Money.of("0.00", "GBP"));
    }

    @Test
    void paymentsCoverTheTotalUnlessTheOrderWasCancelled() {
        assertThat(ORDERS).allSatisfy(order -> {
            Money zero = order.basket().total().times(0);
            Money covered = paid(order, PaymentStatus.AUTHORIZED).plus(paid(order, PaymentStatus.POSTED));
            Money voided = paid(order, PaymentStatus.VOIDED);
            boolean cancelled = order.status() == OrderStatus.CANCELLED;
            assertThat(cancelled ? voided : covered).isEqualTo(order.basket().total());
            assertThat(cancelled ? covered : voided).isEqualTo(zero);
        });
    }

    @Test
    void aPaymentsLedgerEndsWhereThePaymentStands() {
        assertThat(ORDERS.stream().flatMap(o -> o.payments().stream())).allSatisfy(p -> {
            Order.Step last = p.steps().get(p.steps().size() - 1);
            assertThat(last.amount()).isEqualTo(p.amount());
            assertThat(last.kind() + ' ' + last.answer())
                    .isEqualTo(
                            switch (p.status()) {
                                case AUTHORIZED -> "AUTHORIZE APPROVED";
                                case DECLINED -> "AUTHORIZE DECLINED";
                                case POSTED -> "POST BOOKED";
                                case VOIDED -> p.card() == null ? "UNPOST BOOKED" : "VOID APPROVED";
                                default -> "not in a past order";
                            });
            assertThat(last.reference()).isEqualTo(p.gatewayReference());
            assertThat(p.card() != null).isEqualTo(p.method() == PaymentMethod.CARD);
            assertThat(p.checkNumber() != null).isEqualTo(p.method() == PaymentMethod.CHECK);
        });
        assertThat(ORDERS.stream().flatMap(o -> o.payments().stream()).map(Order.Payment::key))
                .doesNotHaveDuplicates();
    }

    @Test
    void onlyCustomersWithCreditLeftBuyOnAccount() {
        Map<Integer, Money> owed = new HashMap<>();
        for (Order order : ORDERS) {
            order.payments().stream()
                    .filter(p -> p.method() == PaymentMethod.ACCOUNT)
                    .forEach(p -> owed.merge(order.customer(), p.amount(), Money::plus));
        }
        assertThat(owed).isNotEmpty().allSatisfy((customer, amount) -> {
            Money limit = COMPANY.customers().get(customer).creditLimit();
            assertThat(amount).isLessThan(Objects.requireNonNull(limit));
        });
    }

    @Test
    void everythingHappenedInOrderBetweenEighteenMonthsAgoAndNow() {
        assertThat(ORDERS)
                .isSortedAccordingTo(Comparator.comparing(Order::createdAt))
                .allSatisfy(order -> {
                    assertThat(order.events()).isSortedAccordingTo(Comparator.comparing(Order.Event::at));
                    assertThat(order.createdAt()).isBetween(NOW.minus(Duration.ofDays(550)), order.placedAt());
                    assertThat(order.changedAt()).isBetween(order.placedAt(), NOW);
                    assertThat(COMPANY.customers().get(order.customer()).createdAt())
                            .isBefore(order.createdAt());
                });
    }

    @Test
    void eventsTellTheOrdersWay() {
        assertThat(ORDERS).allSatisfy(order -> {
            List<OrderEventKind> kinds =
                    order.events().stream().map(Order.Event::kind).toList();
            assertThat(kinds).startsWith(STARTED, LINE_ADDED).containsOnlyOnce(SUBMITTED, PLACED);
            assertThat(kinds)
                    .filteredOn(LINE_ADDED::equals)
                    .hasSameSizeAs(order.basket().lines());
            assertThat(kinds).filteredOn(PAYMENT_ADDED::equals).hasSameSizeAs(order.payments());
            assertThat(kinds.contains(CANCELLED)).isEqualTo(order.status() == OrderStatus.CANCELLED);
            assertThat(order.events())
                    .extracting(Order.Event::version)
                    .isSorted()
                    .doesNotHaveDuplicates()
                    .startsWith(1L)
                    .allMatch(version -> version <= order.version());
        });
    }

    @Test
    void agentsSellInTheirChannels() {
        assertThat(ORDERS).allSatisfy(order -> assertThat(COMPANY.staff())
                .filteredOn(p -> p.login().equals(order.agent()))
                .singleElement()
                .satisfies(p -> assertThat(p.channels()).contains(order.channel())));
    }

    private static Money paid(Order order, PaymentStatus status) {
        return order.payments().stream()
                .filter(p -> p.status() == status)
                .map(Order.Payment::amount)
                .reduce(order.basket().total().times(0), Money::plus);
    }

    private static Channel channel(Order order) {
        return COMPANY.channels().stream()
                .filter(c -> c.code().equals(order.channel()))
                .findFirst()
                .orElseThrow();
    }
}
