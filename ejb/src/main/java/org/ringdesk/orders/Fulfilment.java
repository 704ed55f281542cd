package org.ringdesk.orders;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ringdesk.orders.domain.Fulfilling;
import org.ringdesk.orders.domain.Invoice;
import org.ringdesk.orders.domain.OrderEvent;
import org.ringdesk.orders.domain.SalesOrder;
import org.ringdesk.orders.domain.Shipment;
import org.ringdesk.orders.domain.Stamp;
import org.ringdesk.orders.store.Deliveries;
import org.ringdesk.orders.store.Orders;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;

/**
 * Where the systems that pick, send and invoice goods report what became of placed orders, each piece of news in one transaction.
 * News that is told again changes nothing. Refused for every method: {@code order.unknown}; {@code fulfilment.stopped} with the
 * order's status when the order is not placed, is being changed, is on hold or is given up; {@code order.line.unknown}. What is picked,
 * sent and invoiced is counted in the unit of its line.
 */
@Stateless
@RolesAllowed(Role.FULFILMENT)
public class Fulfilment {
    private static final Pattern INVOICE = Pattern.compile("[\\p{L}\\p{N}._/-]{1,40}");

    @Inject
    private Orders orders;

    @Inject
    private OrderBook book;

    @Inject
    private Deliveries deliveries;

    @Inject
    private StockClaims claims;

    @Inject
    private Event<OrderInvoiced> invoiced;

    @Inject
    private Event<ParcelSent> sent;

    @Inject
    private Clock clock;

    @Resource
    private SessionContext context;

    private record Work(SalesOrder order, Stamp by, Fulfilling fulfilling) {}

    /** The warehouse has it: from now on agents no longer change it. @param positions of lines; none: all that can */
    public void release(OrderNumber number, Set<Integer> positions) {
        move(number, LineStatus.RELEASED, positions);
    }

    /** @throws Refusal also {@code fulfilment.move} for a line that cannot */
    public void pick(OrderNumber number, Set<Integer> positions) {
        move(number, LineStatus.PICKED, positions);
    }

    /** What has not left waits for new goods. @throws Refusal also {@code fulfilment.move} for a line that cannot */
    public void backorder(OrderNumber number, Set<Integer> positions) {
        move(number, LineStatus.BACKORDERED, positions);
    }

    private void move(OrderNumber number, LineStatus to, Set<Integer> positions) {
        Work work = open(number);
        keep(work, work.fulfilling.move(to, positions));
    }

    /** A parcel left. @throws Refusal also {@code fulfilment.pieces} for more than are still to leave, or none */
    public void ship(OrderNumber number, Shipped shipped) {
        Work work = open(number);
        if (!deliveries.isShipped(work.order, shipped.reference())) {
            List<OrderEvent> events = work.fulfilling.ship(shipped.pieces(), parcel(shipped));
            claims.ship(work.order, shipped.pieces());
            deliveries.add(new Shipment(work.order, work.by, shipped));
            keep(work, events);
            sent.fire(new ParcelSent(work.order.id(), number, work.order.channelId(), shipped.reference()));
        }
    }

    private static String parcel(Shipped shipped) {
        return Stream.of(shipped.carrier(), shipped.tracking())
                .flatMap(Stream::ofNullable)
                .collect(Collectors.joining(" "));
    }

    /**
     * Pieces that left were invoiced: their share of the total is taken from the payments.
     *
     * @param invoice the number of the invoice
     * @param pieces how many of which line, by position, counted in the line's unit; none: all that left and are not invoiced
     * @throws Refusal also {@code fulfilment.pieces} for more than left, or none; {@code fulfilment.text}
     */
    public void invoice(OrderNumber number, String invoice, Map<Integer, Integer> pieces) {
        if (!INVOICE.matcher(invoice).matches()) {
            throw new Refusal("fulfilment.text");
        }
        Work work = open(number);
        if (!deliveries.isInvoiced(work.order, invoice)) {
            Fulfilling.Invoiced done = work.fulfilling.invoice(invoice, pieces);
            deliveries.add(new Invoice(work.order, work.by, invoice, done.amount()));
            keep(work, List.of(done.event()));
            invoiced.fire(new OrderInvoiced(work.order.id(), invoice, done.amount()));
        }
    }

    private Work open(OrderNumber number) {
        SalesOrder order = orders.locked(number).orElseThrow(() -> new Refusal("order.unknown", number.value()));
        Stamp by = new Stamp(context.getCallerPrincipal().getName(), clock.instant());
        return new Work(order, by, order.fulfil(by));
    }

    private void keep(Work work, List<OrderEvent> events) {
        if (!events.isEmpty()) {
            book.keep(work.order, events);
        }
    }
}
