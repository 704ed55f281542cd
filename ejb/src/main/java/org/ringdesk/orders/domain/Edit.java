package org.ringdesk.orders.domain;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ringdesk.catalog.ProductView;
import org.ringdesk.catalog.SalesUnit;
import org.ringdesk.orders.DeliveryTerms;
import org.ringdesk.orders.OrderEventKind;
import org.ringdesk.orders.ShipTo;
import org.ringdesk.pricing.Basket;
import org.ringdesk.pricing.Overrides;
import org.ringdesk.pricing.Priced;
import org.ringdesk.shared.Money;
import org.ringdesk.shared.Refusal;

/**
 * An order in the hands of somebody who edits it; {@link SalesOrder#edit} gives it. Nothing is changed until a verb is used;
 * each gives the event to be kept.
 */
public final class Edit {
    private static final int MOST_LINES = 500;

    private final SalesOrder order;
    private final Stamp by;

    Edit(SalesOrder order, Stamp by) {
        this.order = order;
        this.by = by;
    }

    /**
     * Adds to the line that has the product in the unit that it is usually sold in, or a new one.
     *
     * @param today where it is sold: a new line keeps the prices of this day
     * @throws Refusal {@code product.sold-from}, {@code product.sold-until}, {@code order.lines.most}
     */
    public OrderEvent add(LocalDate today, ProductView product, Quantity quantity) {
        product.rules().mustBeSoldOn(today, product.name());
        Optional<OrderLine> known = order.lines().stream()
                .filter(l -> l.productId() == product.id() && l.isSoldIn(product.usual()))
                .findFirst();
        if (known.isPresent()) {
            return changeQuantity(known.get(), known.get().quantity().plus(quantity));
        }
        if (order.lines().size() >= MOST_LINES) {
            throw new Refusal("order.lines.most", MOST_LINES);
        }
        int last = order.lines().stream().mapToInt(OrderLine::position).max().orElse(0);
        OrderLine line = new OrderLine(order, last + 1, today, product, quantity);
        order.lines().add(line);
        return event(OrderEventKind.LINE_ADDED, product.name(), null, line.counted());
    }

    /**
     * Adds what another order has, as far as it is sold in the units that it has there.
     *
     * @param sold by product id
     * @return empty when none of it is
     */
    public Optional<OrderEvent> copy(LocalDate today, SalesOrder from, Map<Long, ProductView> sold) {
        List<OrderLine> copied =
                from.lines().stream().filter(line -> isSold(line, sold)).toList();
        copied.forEach(line ->
                add(today, Objects.requireNonNull(sold.get(line.productId())).in(line.unit()), line.quantity()));
        return copied.isEmpty()
                ? Optional.empty()
                : Optional.of(event(OrderEventKind.COPIED, from.number().value(), null, copied.size()));
    }

    private static boolean isSold(OrderLine line, Map<Long, ProductView> sold) {
        ProductView product = sold.get(line.productId());
        return product != null && product.unit(line.unit()).isPresent();
    }

    /** The names of what is not sold of another order. */
    public static List<String> notSold(SalesOrder other, Map<Long, ProductView> sold) {
        return other.lines().stream()
                .filter(line -> !isSold(line, sold))
                .map(OrderLine::productName)
                .toList();
    }

    public OrderEvent changeQuantity(int position, Quantity quantity) {
        return changeQuantity(order.line(position), quantity);
    }

    private OrderEvent changeQuantity(OrderLine line, Quantity quantity) {
        String before = line.counted();
        line.quantity(quantity);
        return event(OrderEventKind.QUANTITY_CHANGED, line.productName(), before, line.counted());
    }

    /** The product of a line. */
    public long productOf(int position) {
        return order.line(position).productId();
    }

    /** So many of another unit, at the price that it has today; what was agreed for the old one is over. */
    public OrderEvent changeUnit(LocalDate today, int position, SalesUnit unit, Quantity quantity) {
        OrderLine line = order.line(position);
        if (line.isSoldIn(unit)) {
            return changeQuantity(line, quantity);
        }
        String before = line.counted();
        line.quantity(quantity);
        line.quote(today, unit);
        line.agree(null);
        return event(OrderEventKind.QUANTITY_CHANGED, line.productName(), before, line.counted());
    }

    public OrderEvent remove(int position) {
        OrderLine line = order.line(position);
        order.lines().remove(line);
        order.deal().handCharges().lineRemoved(position, order.currency());
        return event(OrderEventKind.LINE_REMOVED, line.productName(), line.counted(), null);
    }

    public OrderEvent enterSource(String code) {
        return event(OrderEventKind.CODE_ENTERED, code, order.deal().codes().source(code), code);
    }

    public OrderEvent addCoupon(String code) {
        order.deal().codes().addCoupon(code);
        return event(OrderEventKind.CODE_ENTERED, code, null, code);
    }

    public OrderEvent removeCode(String code) {
        order.deal().codes().remove(code);
        return event(OrderEventKind.CODE_REMOVED, code, code, null);
    }

    /** What the rules found for a line: the price of one unit, whatever was agreed. */
    public record Found(Overrides.Sold sold, Money price) {}

    public Found found(int position) {
        OrderLine line = order.line(position);
        Money price = order.deal().details(order.currency()).stream()
                .filter(d -> d.rule().compareTo(Priced.Rule.AGREED_PRICE) < 0
                        && Integer.valueOf(position).equals(d.position()))
                .map(Priced.Detail::amount)
                .reduce((earlier, later) -> later)
                .orElseGet(() -> line.unitPrice(order.currency()));
        return new Found(new Overrides.Sold(line.productId(), line.unitPieces(), line.taxPercent()), price);
    }

    /** A supervisor is to be asked for the price of a line. */
    public PriceRequest ask(int position, PriceRequest.Wish wish, Duration patience) {
        return new PriceRequest(order, order.line(position), found(position).price(), wish, by, patience);
    }

    /** A line is sold at this price whatever the rules say. */
    public OrderEvent agreePrice(int position, Basket.AgreedPrice price) {
        OrderLine line = order.line(position);
        Money before = line.unitPrice(order.currency());
        line.agree(price);
        return event(
                OrderEventKind.PRICE_CHANGED, line.productName(), before, price.price() + " (" + price.reason() + ")");
    }

    /** The rules say again what a line is sold at. */
    public OrderEvent releasePrice(int position) {
        OrderLine line = order.line(position);
        Money before = line.unitPrice(order.currency());
        line.agree(null);
        return event(
                OrderEventKind.PRICE_CHANGED,
                line.productName(),
                before,
                found(position).price());
    }

    /**
     * Gives every line the prices of today; what is no longer sold, or not in the line's unit, keeps its own.
     *
     * @param sold by product id
     */
    public OrderEvent renewPrices(LocalDate today, Map<Long, ProductView> sold) {
        Money before = order.total();
        order.lines().forEach(l -> Optional.ofNullable(sold.get(l.productId()))
                .flatMap(p -> p.unit(l.unit()))
                .ifPresent(unit -> l.quote(today, unit)));
        return event(OrderEventKind.PRICES_RENEWED, order.number().value(), before, null);
    }

    /** How and when the whole order is wanted; lines follow where they do not differ. @return nothing when nothing is new */
    public List<OrderEvent> wish(DeliveryTerms now) {
        DeliveryTerms before = order.deal().terms();
        order.deal().terms(now);
        return differences(order.number().value(), before, now);
    }

    /** How far a line differs from it. @return nothing when nothing is new */
    public List<OrderEvent> wish(int position, DeliveryTerms own) {
        OrderLine line = order.line(position);
        DeliveryTerms before = line.terms();
        line.terms(own);
        return differences(line.productName(), before, own);
    }

    private List<OrderEvent> differences(String of, DeliveryTerms before, DeliveryTerms now) {
        List<OrderEvent> events = new ArrayList<>();
        compare(events, OrderEventKind.MODE_CHANGED, of, before.mode(), now.mode());
        compare(events, OrderEventKind.SHIP_TO_CHANGED, of, line(before.shipTo()), line(now.shipTo()));
        compare(events, OrderEventKind.REQUESTED_CHANGED, of, before.requestedOn(), now.requestedOn());
        compare(events, OrderEventKind.EXPEDITE_CHANGED, of, tick(before.expedite()), tick(now.expedite()));
        compare(events, OrderEventKind.COMPLETE_CHANGED, of, tick(before.shipComplete()), tick(now.shipComplete()));
        return events;
    }

    private void compare(
            List<OrderEvent> events, OrderEventKind kind, String of, @Nullable Object before, @Nullable Object now) {
        if (!Objects.equals(before, now)) {
            events.add(event(kind, of, before, now));
        }
    }

    private static @Nullable String line(@Nullable ShipTo to) {
        return to == null ? null : to.line();
    }

    /** As it is read in any language. */
    private static @Nullable String tick(@Nullable Boolean yes) {
        return yes == null ? null : yes ? "✓" : "–";
    }

    /** Charges this, in place of what was charged under the same code for the same. */
    public OrderEvent charge(Basket.ManualCharge charge) {
        if (charge.position() != null) {
            order.line(charge.position());
        }
        Money before = order.deal().handCharges().put(charge);
        return event(OrderEventKind.CHARGE_CHANGED, charge.code(), before, charge.amount());
    }

    /** @throws Refusal {@code order.charge.unknown} */
    public OrderEvent dropCharge(String code, @Nullable Integer position) {
        Money before = order.deal().handCharges().take(code, position, order.currency());
        if (before == null) {
            throw new Refusal("order.charge.unknown");
        }
        return event(OrderEventKind.CHARGE_CHANGED, code, before, null);
    }

    /** Something that belongs to the order but is kept elsewhere was added or taken away. */
    public OrderEvent noted(OrderEventKind kind, String subject, @Nullable String before, @Nullable String now) {
        return event(kind, subject, before, now);
    }

    private OrderEvent event(
            OrderEventKind kind, @Nullable String subject, @Nullable Object before, @Nullable Object now) {
        return order.edited(by, kind, subject, before, now);
    }
}
