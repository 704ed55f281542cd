package org.ringdesk.bench.inside;

import static org.ringdesk.it.As.as;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.ringdesk.administration.ChannelCode;
import org.ringdesk.catalog.ProductNumber;
import org.ringdesk.customers.CustomerNumber;
import org.ringdesk.orders.OrderEntry;
import org.ringdesk.orders.OrderNumber;
import org.ringdesk.orders.OrderStatus;
import org.ringdesk.orders.OrderView;
import org.ringdesk.payments.Checkout;
import org.ringdesk.payments.Recap;
import org.ringdesk.shared.Role;

/** An agent who takes one order after the other, line by line, by what the order page does. */
@ApplicationScoped
public class Seller {
    private static final ChannelCode CHANNEL = new ChannelCode("DE");
    private static final String CARD = "tok_visa";

    @Inject
    private OrderEntry entry;

    @Inject
    private Checkout checkout;

    /**
     * A new order with its lines, a coupon and a card for all of it.
     *
     * @param coupon or an empty text for none
     */
    Recap take(CustomerNumber customer, List<ProductNumber> products, String coupon) throws Exception {
        return asAgent(() -> {
            OrderView order = entry.start(CHANNEL, customer, null);
            for (ProductNumber product : products) {
                order = entry.add(order.number(), order.version(), product, 1);
            }
            if (!coupon.isEmpty()) {
                order = entry.enterCode(order.number(), order.version(), coupon);
            }
            return checkout.payByCard(order.number(), CARD, order.total());
        });
    }

    OrderStatus submit(OrderNumber number, long version, UUID key) throws Exception {
        return asAgent(() -> checkout.submit(number, version, key).order().status());
    }

    private static <T> T asAgent(Callable<T> work) throws Exception {
        return as("anna.schmidt", Role.AGENT).call(work);
    }
}
