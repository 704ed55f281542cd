package org.ringdesk.orders;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ringdesk.customers.CustomerDesk;
import org.ringdesk.customers.CustomerNumber;
import org.ringdesk.orders.domain.Edit;
import org.ringdesk.orders.domain.OrderNote;
import org.ringdesk.orders.store.Notes;
import org.ringdesk.pricing.Basket;
import org.ringdesk.pricing.ChargesByHand;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;

/**
 * How and when an order is wanted, what is noted about it, and what is charged for it by hand. Refuses as {@link OrderEntry} does.
 * Supervisors read notes and write some, and change nothing else.
 */
@Stateless
@RolesAllowed(Role.AGENT)
public class OrderTerms {
    private static final int YEARS_AHEAD = 1;

    @Inject
    private OrderBook book;

    @Inject
    private Notes notes;

    @Inject
    private CustomerDesk customers;

    @Inject
    private ChargesByHand charges;

    /** Where the customer's goods may go: the order's own address first, then the customer's others. Three statements at most. */
    public List<ShipTo> addresses(CustomerNumber customer, @Nullable ShipTo chosen) {
        return Stream.concat(
                        Stream.ofNullable(chosen),
                        customers.get(customer).addresses().stream().map(ShipTo::of))
                .distinct()
                .toList();
    }

    /**
     * Says how the whole order is wanted; lines follow where they do not differ, and charges that go by the mode are found anew.
     *
     * @throws Refusal {@code order.mode.unknown}, {@code order.ship-to.unknown}, {@code order.requested.range}
     */
    public OrderView wish(OrderNumber number, long version, DeliveryTerms wanted) {
        OrderBook.Open open = book.open(number, version);
        Edit edit = open.edit();
        check(open, wanted, open.order().deal().terms());
        return book.reprice(open, edit.wish(wanted.withoutDenials()));
    }

    /** Says how far a line differs. @throws Refusal as for the order, and {@code order.line.unknown} */
    public OrderView wish(OrderNumber number, long version, int position, DeliveryTerms own) {
        OrderBook.Open open = book.open(number, version);
        Edit edit = open.edit();
        check(open, own, open.order().terms(position));
        return book.reprice(open, edit.wish(position, own));
    }

    /** What is there already may stay, though nobody could choose it now. */
    private void check(OrderBook.Open open, DeliveryTerms wanted, DeliveryTerms before) {
        String mode = wanted.mode();
        if (mode != null
                && !mode.equals(before.mode())
                && open.channel().deliveryMode(mode).isEmpty()) {
            throw new Refusal("order.mode.unknown");
        }
        LocalDate day = wanted.requestedOn();
        if (day != null
                && !day.equals(before.requestedOn())
                && (day.isBefore(open.today()) || day.isAfter(open.today().plusYears(YEARS_AHEAD)))) {
            throw new Refusal("order.requested.range");
        }
        ShipTo to = wanted.shipTo();
        if (to != null
                && !to.equals(before.shipTo())
                && customers.byId(List.of(open.order().customerId())).stream()
                        .flatMap(c -> c.addresses().stream())
                        .map(ShipTo::of)
                        .noneMatch(to::equals)) {
            throw new Refusal("order.ship-to.unknown");
        }
    }

    /** Of the order and its lines, in the order in which they were written; one statement beside the order's. */
    @RolesAllowed({Role.AGENT, Role.SUPERVISOR})
    public List<NoteView> notes(OrderNumber number) {
        return notes.of(book.find(number).order());
    }

    /**
     * Notes something, also about an order that is placed.
     *
     * @param position the line that it is about, or null for the order
     * @param internal not for the customer's eyes
     * @param printed on the papers that go with the goods
     * @throws Refusal {@code order.note.missing}, {@code order.note.long}, {@code order.note.most}, {@code order.note.internal} for
     *     one that is internal and printed, {@code order.line.unknown}, {@code payment.card.number}
     */
    @RolesAllowed({Role.AGENT, Role.SUPERVISOR})
    public OrderView note(
            OrderNumber number,
            long version,
            @Nullable Integer position,
            String text,
            boolean internal,
            boolean printed) {
        OrderBook.Open open = book.open(number, version);
        if (internal && printed) {
            throw new Refusal("order.note.internal");
        }
        OrderNote note = new OrderNote(open.order(), open.by(), position, text, internal, printed);
        notes.add(note);
        book.keep(open.order(), note.written(open.by()));
        return book.view(open.order(), open.channel());
    }

    /** Takes a note away; one that is away already is no error. */
    public OrderView removeNote(OrderNumber number, long version, long id) {
        OrderBook.Open open = book.open(number, version);
        notes.find(id).filter(n -> n.isOf(open.order())).ifPresent(note -> {
            notes.remove(note);
            book.keep(open.order(), note.struckOut(open.by()));
        });
        return book.view(open.order(), open.channel());
    }

    /**
     * Charges something by hand, in place of what was charged under that code for the same.
     *
     * @param position the line that it is for, or null for the whole order
     * @throws Refusal {@code order.line.unknown}, {@code order.charges.most}, and what {@link ChargesByHand#check} says
     */
    public OrderView charge(
            OrderNumber number, long version, String code, @Nullable BigDecimal amount, @Nullable Integer position) {
        OrderBook.Open open = book.open(number, version);
        Edit edit = open.edit();
        Basket.ManualCharge charge = charges.check(open.channel(), code, amount, position);
        return book.reprice(open, edit.charge(charge));
    }

    /** Takes a charge out again. @throws Refusal {@code order.charge.unknown}, {@code pricing.charge.denied} */
    public OrderView dropCharge(OrderNumber number, long version, String code, @Nullable Integer position) {
        OrderBook.Open open = book.open(number, version);
        Edit edit = open.edit();
        charges.mustBeAllowed();
        return book.reprice(open, edit.dropCharge(code, position));
    }
}
