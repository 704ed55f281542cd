package org.ringdesk.orders;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringdesk.orders.domain.Edit;
import org.ringdesk.orders.domain.PriceRequest;
import org.ringdesk.orders.domain.SalesOrder;
import org.ringdesk.orders.store.PriceRequests;
import org.ringdesk.pricing.Basket;
import org.ringdesk.pricing.Overrides;
import org.ringdesk.shared.Money;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;

/**
 * Answers agents who asked for a price, in any channel. The first answer counts; whoever comes later is told who had it ({@code
 * order.request.over}). Nobody answers what they asked themselves ({@code order.request.own}).
 */
@Stateless
@RolesAllowed({Role.SUPERVISOR, Role.ADMIN})
public class PriceAnswering {
    private static final Duration REMEMBERED = Duration.ofMinutes(15);
    private static final int MOST = 200;

    @Inject
    private OrderBook book;

    @Inject
    private RequestBook requests;

    @Inject
    private PriceRequests store;

    @Inject
    private Overrides overrides;

    @Inject
    private Clock clock;

    /** Those that wait, the oldest first, then those that ended in the last 15 minutes; one statement. */
    public List<PriceRequestView> current() {
        return store.waitingOrEndedSince(clock.instant().minus(REMEMBERED), MOST).stream()
                .map(requests::view)
                .toList();
    }

    /**
     * Gives the order the price, in the same transaction.
     *
     * @param price of one unit instead of the one asked for, or null for that one
     * @param words for the agent, at most 200 characters, may be empty
     * @throws Refusal {@code order.request.unknown}, {@code order.request.over}, {@code order.request.own}, {@code
     *     order.request.words}, {@code order.price.range}, and what {@link Overrides#check} says about the caller's own limits
     */
    public PriceRequestView approve(long id, @Nullable BigDecimal price, String words) {
        String said = PriceAsking.words(words);
        OrderBook.Open open = open(id);
        PriceRequest request = toAnswer(id, open);
        SalesOrder order = open.order();
        Money agreed = price == null ? request.wanted() : TypedPrice.read(price, order.currency());
        Edit edit = open.edit();
        Edit.Found found = edit.found(request.position());
        overrides.check(open.channel(), found.sold(), found.price(), agreed, request.reason());
        request.approve(open.by(), agreed, said);
        Basket.AgreedPrice given = new Basket.AgreedPrice(agreed, request.reason());
        book.reprice(open, edit.agreePrice(request.position(), given));
        return requests.changed(request, order);
    }

    /**
     * The line stays at its price.
     *
     * @param words why: 1 to 200 characters
     * @throws Refusal {@code order.request.unknown}, {@code order.request.over}, {@code order.request.own}, {@code
     *     order.request.words}
     */
    public PriceRequestView refuse(long id, String words) {
        String said = PriceAsking.words(words);
        if (said.isEmpty()) {
            throw new Refusal("order.request.why", PriceAsking.LONGEST).at("words");
        }
        OrderBook.Open open = open(id);
        PriceRequest request = toAnswer(id, open);
        request.refuse(open.by(), said);
        book.keep(
                open.order(),
                open.edit()
                        .noted(
                                OrderEventKind.PRICE_REFUSED,
                                request.productName(),
                                request.wanted().toString(),
                                said));
        return requests.changed(request, open.order());
    }

    private OrderBook.Open open(long id) {
        return book.openForSupervisor(store.orderOf(id).orElseThrow(() -> new Refusal("order.request.unknown")));
    }

    private PriceRequest toAnswer(long id, OrderBook.Open open) {
        PriceRequest request = store.now(id);
        request.mustBeOpen(open.by(), requests::nameOf);
        request.mustNotBeOf(open.by().who());
        return request;
    }
}
