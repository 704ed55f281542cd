package org.ringdesk.orders;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.ChannelCode;
import org.ringdesk.administration.ChannelView;
import org.ringdesk.administration.Channels;
import org.ringdesk.administration.DeliveryMode;
import org.ringdesk.administration.Users;
import org.ringdesk.cti.CallId;
import org.ringdesk.customers.CustomerDesk;
import org.ringdesk.customers.CustomerNumber;
import org.ringdesk.customers.CustomerView;
import org.ringdesk.orders.domain.OrderEvent;
import org.ringdesk.orders.domain.Origin;
import org.ringdesk.orders.domain.SalesOrder;
import org.ringdesk.orders.domain.Stamp;
import org.ringdesk.orders.store.Orders;
import org.ringdesk.pricing.Pricing;
import org.ringdesk.shared.Role;

/** One attempt to begin an order, in a transaction of its own: of two at the same time the database lets one through. */
@Stateless
@RolesAllowed(Role.AGENT)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DraftStart {
    @Inject
    private Orders orders;

    @Inject
    private OrderBook book;

    @Inject
    private Channels channels;

    @Inject
    private CustomerDesk customers;

    @Inject
    private Users users;

    @Inject
    private Pricing pricing;

    @Inject
    private Clock clock;

    public OrderView start(ChannelCode code, CustomerNumber customer, @Nullable CallId call) {
        ChannelView channel = channels.mine(code);
        Stamp by = new Stamp(users.me().login(), clock.instant());
        CustomerView buyer = customers.get(customer);
        Origin origin = new Origin(channel.id(), buyer.id(), channel.currency(), call);
        SalesOrder order = orders.open(by.who(), origin).orElseGet(() -> begin(channel, origin, buyer, by));
        return book.view(order, channel);
    }

    private SalesOrder begin(ChannelView channel, Origin origin, CustomerView buyer, Stamp by) {
        SalesOrder order = new SalesOrder(orders.nextNumber(channel.orderPrefix()), origin, usual(channel, buyer), by);
        List<OrderEvent> events = new ArrayList<>(List.of(order.started(by)));
        CallId call = origin.call();
        if (call != null) {
            LocalDate today = LocalDate.ofInstant(by.at(), channel.zone());
            pricing.presetSource(channel, call.toString(), today)
                    .ifPresent(code -> events.add(order.edit(by).enterSource(code)));
        }
        book.keep(order, events);
        return order;
    }

    /** The channel's first mode of delivery, to the customer's preferred address for goods. */
    private static DeliveryTerms usual(ChannelView channel, CustomerView buyer) {
        return new DeliveryTerms(
                channel.deliveryModes().stream()
                        .findFirst()
                        .map(DeliveryMode::code)
                        .orElse(null),
                buyer.addresses().stream()
                        .filter(a -> a.kind().equals("DELIVERY"))
                        .findFirst()
                        .or(() -> buyer.addresses().stream().findFirst())
                        .map(ShipTo::of)
                        .orElse(null),
                null,
                null,
                null);
    }
}
