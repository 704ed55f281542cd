package org.ringdesk.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.ringdesk.administration.Channels;
import org.ringdesk.administration.UserView;
import org.ringdesk.administration.Users;
import org.ringdesk.customers.CustomerDesk;
import org.ringdesk.orders.domain.OrderEvent;
import org.ringdesk.orders.domain.PriceRequest;
import org.ringdesk.orders.domain.SalesOrder;
import org.ringdesk.orders.domain.Stamp;
import org.ringdesk.orders.store.PriceRequests;

/** Keeps price requests, tells who waits for them, and withdraws those whose line is no longer what they were for. */
@ApplicationScoped
class RequestBook {
    /** After these a line may be another one, or the order can no longer have a new price. */
    private static final Set<OrderEventKind> MAY_END = EnumSet.of(
            OrderEventKind.LINE_REMOVED,
            OrderEventKind.QUANTITY_CHANGED,
            OrderEventKind.COPIED,
            OrderEventKind.SUBMITTED,
            OrderEventKind.HELD,
            OrderEventKind.CANCELLED);

    @Inject
    private PriceRequests requests;

    @Inject
    private Users users;

    @Inject
    private Channels channels;

    @Inject
    private CustomerDesk customers;

    @Inject
    private Event<PriceRequestView> news;

    /** After every change of an order; asks the database only after those that may end a request. */
    void follow(SalesOrder order, OrderEvent event) {
        if (MAY_END.contains(event.kind())) {
            withdraw(order, new Stamp(event.who(), event.at()), request -> !order.canHave(request));
        }
    }

    /** What was asked for the line is asked no longer. */
    void withdraw(OrderBook.Open open, int position) {
        withdraw(open.order(), open.by(), request -> request.position() == position);
    }

    private void withdraw(SalesOrder order, Stamp by, Predicate<PriceRequest> which) {
        requests.open(order.id()).stream().filter(which).forEach(request -> {
            request.withdraw(by);
            changed(request, order);
        });
    }

    void add(PriceRequest request, SalesOrder order) {
        requests.add(request);
        changed(request, order);
    }

    /** Brings its version up to date and tells it. */
    PriceRequestView changed(PriceRequest request, SalesOrder order) {
        requests.flush();
        PriceRequestView view =
                view(request, order, customers.name(order.customerId()).name());
        news.fire(view);
        return view;
    }

    List<PriceRequestView> of(SalesOrder order) {
        List<PriceRequest> all = requests.of(order.id());
        String customer =
                all.isEmpty() ? "" : customers.name(order.customerId()).name();
        return all.stream().map(request -> view(request, order, customer)).toList();
    }

    private PriceRequestView view(PriceRequest request, SalesOrder order, String customer) {
        return request.view(
                order.number(), customer, channels.byId(order.channelId()).name(), order.agent(), this::nameOf);
    }

    PriceRequestView view(PriceRequests.Listed listed) {
        return listed.request()
                .view(
                        listed.order(),
                        listed.customer(),
                        channels.byId(listed.channel()).name(),
                        listed.agent(),
                        this::nameOf);
    }

    String nameOf(String login) {
        return users.find(login).map(UserView::displayName).orElse(login);
    }
}
