package org.ringdesk.web.systems;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.ChannelCode;
import org.ringdesk.catalog.ProductNumber;
import org.ringdesk.customers.CustomerNumber;
import org.ringdesk.orders.DeliveryTerms;
import org.ringdesk.orders.EventView;
import org.ringdesk.orders.InvoiceView;
import org.ringdesk.orders.LineStatus;
import org.ringdesk.orders.OrderEventKind;
import org.ringdesk.orders.OrderNumber;
import org.ringdesk.orders.OrderRow;
import org.ringdesk.orders.OrderSheet;
import org.ringdesk.orders.OrderStatus;
import org.ringdesk.orders.OrderView;
import org.ringdesk.orders.ShipTo;
import org.ringdesk.orders.ShipmentView;
import org.ringdesk.payments.PaymentMethod;
import org.ringdesk.payments.PaymentStatus;
import org.ringdesk.payments.PaymentView;
import org.ringdesk.pricing.Basket;
import org.ringdesk.shared.Money;

/** An order as other systems get it. */
public record OrderBody(
        OrderNumber number,
        OrderStatus status,
        boolean changing,
        ChannelCode channel,
        Customer customer,
        String agent,
        Instant placedAt,
        Instant changedAt,
        @Nullable String sourceCode,
        List<String> coupons,
        Terms terms,
        List<Line> lines,
        List<HandCharge> handCharges,
        Totals totals,
        List<Payment> payments,
        List<Shipment> shipments,
        List<Invoice> invoices,
        List<Event> history) {

    /** An order in a list. */
    public record Row(
            OrderNumber number,
            OrderStatus status,
            boolean changing,
            ChannelCode channel,
            CustomerNumber customer,
            Instant placedAt,
            Instant changedAt,
            int lines,
            Money total,
            Money due) {
        static Row of(OrderRow row) {
            return new Row(
                    row.number(),
                    row.status(),
                    row.changing(),
                    row.channel(),
                    row.customer(),
                    row.placedAt(),
                    row.changedAt(),
                    row.lines(),
                    row.total(),
                    row.due());
        }
    }

    /** How far an order is, for those who work on it. */
    public record Progress(OrderNumber number, OrderStatus status, List<Step> lines) {
        static Progress of(OrderView order) {
            return new Progress(
                    order.number(),
                    order.status(),
                    order.lines().stream()
                            .map(l -> new Step(
                                    l.position(),
                                    l.product(),
                                    l.quantity(),
                                    l.unit(),
                                    l.unitPieces(),
                                    l.status(),
                                    l.shipped(),
                                    l.invoiced()))
                            .toList());
        }
    }

    /** How far a line is; counted in its unit. */
    public record Step(
            int line,
            ProductNumber product,
            int quantity,
            String unit,
            int unitPieces,
            LineStatus status,
            int shipped,
            int invoiced) {}

    /** Who ordered. */
    public record Customer(CustomerNumber number, String name) {}

    /** How and when goods are wanted; of a line, as far as it differs. */
    public record Terms(
            @Nullable String deliveryMode,
            @Nullable ShipTo shipTo,
            @Nullable LocalDate requestedOn,
            @Nullable Boolean expedite,
            @Nullable Boolean shipComplete) {
        static Terms of(DeliveryTerms said) {
            return new Terms(said.mode(), said.shipTo(), said.requestedOn(), said.expedite(), said.shipComplete());
        }
    }

    /**
     * @param line its position, which stays
     * @param quantity in its unit, as what was shipped and invoiced
     * @param unitPieces how many of the product's base units one unit is
     */
    public record Line(
            int line,
            ProductNumber product,
            String name,
            int quantity,
            String unit,
            int unitPieces,
            Money unitPrice,
            Money discount,
            Money amount,
            BigDecimal taxPercent,
            LineStatus status,
            int shipped,
            int invoiced,
            Terms terms) {
        static Line of(OrderView.Line line) {
            return new Line(
                    line.position(),
                    line.product(),
                    line.name(),
                    line.quantity(),
                    line.unit(),
                    line.unitPieces(),
                    line.unitPrice(),
                    line.discount(),
                    line.amount(),
                    line.taxPercent(),
                    line.status(),
                    line.shipped(),
                    line.invoiced(),
                    Terms.of(line.own()));
        }
    }

    /** Charged by hand; part of the charges. */
    public record HandCharge(String code, Money amount) {
        static HandCharge of(Basket.ManualCharge charge) {
            return new HandCharge(charge.code(), charge.amount());
        }
    }

    /** The order's sums; {@code due} is what of the total was not cancelled. */
    public record Totals(
            Money goods, Money discount, Money charges, Money tax, boolean taxIncluded, Money total, Money due) {
        static Totals of(OrderView order) {
            return new Totals(
                    order.goods(),
                    order.discount(),
                    order.charges(),
                    order.tax(),
                    order.channel().pricesIncludeTax(),
                    order.total(),
                    order.due());
        }
    }

    /** @param detail of a card its brand and last four digits; of a check its number */
    public record Payment(
            PaymentMethod method,
            PaymentStatus status,
            Money amount,
            Money captured,
            Money refunded,
            @Nullable String detail) {
        static Payment of(PaymentView payment) {
            return new Payment(
                    payment.method(),
                    payment.status(),
                    payment.amount(),
                    payment.captured(),
                    payment.refunded(),
                    payment.detail());
        }
    }

    /** So many of a line, in its unit. */
    public record Pieces(int line, int quantity) {}

    /** A parcel that left. */
    public record Shipment(
            String reference,
            @Nullable String carrier,
            @Nullable String tracking,
            Instant at,
            List<Pieces> lines) {
        static Shipment of(ShipmentView shipment) {
            return new Shipment(
                    shipment.reference(),
                    shipment.carrier(),
                    shipment.tracking(),
                    shipment.at(),
                    pieces(shipment.pieces()));
        }
    }

    private static List<Pieces> pieces(Map<Integer, Integer> pieces) {
        return new TreeMap<>(pieces)
                .entrySet().stream()
                        .map(e -> new Pieces(e.getKey(), e.getValue()))
                        .toList();
    }

    /** An invoice that was told. */
    public record Invoice(String number, Money amount, Instant at) {
        static Invoice of(InvoiceView invoice) {
            return new Invoice(invoice.number(), invoice.amount(), invoice.at());
        }
    }

    /** Something that happened to the order. */
    public record Event(
            Instant at,
            String who,
            OrderEventKind kind,
            String subject,
            String oldValue,
            String newValue,
            @Nullable String reason) {
        static Event of(EventView event) {
            return new Event(
                    event.at(),
                    event.who(),
                    event.kind(),
                    event.subject(),
                    event.oldValue(),
                    event.newValue(),
                    event.reason());
        }
    }

    static OrderBody of(OrderSheet sheet, List<PaymentView> payments) {
        OrderView order = sheet.order();
        Instant placedAt = order.placedAt();
        return new OrderBody(
                order.number(),
                order.status(),
                order.changing(),
                order.channel().code(),
                new Customer(order.customer(), order.customerName()),
                order.agent(),
                placedAt == null ? order.changedAt() : placedAt,
                order.changedAt(),
                order.sourceCode(),
                order.coupons(),
                Terms.of(order.terms()),
                order.lines().stream().map(Line::of).toList(),
                order.handCharges().stream().map(HandCharge::of).toList(),
                Totals.of(order),
                payments.stream().map(Payment::of).toList(),
                sheet.shipments().stream().map(Shipment::of).toList(),
                sheet.invoices().stream().map(Invoice::of).toList(),
                sheet.events().stream().map(Event::of).toList());
    }
}
