package org.ringdesk.orders;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringdesk.orders.domain.Edit;
import org.ringdesk.orders.domain.PriceRequest;
import org.ringdesk.orders.domain.SalesOrder;
import org.ringdesk.orders.store.PriceRequests;
import org.ringdesk.pricing.Overrides;
import org.ringdesk.shared.CardNumbers;
import org.ringdesk.shared.Money;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;

/**
 * Asks a supervisor for a price beyond the caller's limits, while the order goes on. A request is for the line with the product,
 * unit and quantity that it has: when that changes, or the order is submitted, held or given up, it is withdrawn. What became of it is fired as
 * {@link PriceRequestView}. Refuses as {@link OrderEntry} does.
 */
@Stateless
@RolesAllowed(Role.AGENT)
public class PriceAsking {
    static final int LONGEST = 200;

    @Inject
    private OrderBook book;

    @Inject
    private RequestBook requests;

    @Inject
    private PriceRequests store;

    @Inject
    private Overrides overrides;

    /**
     * Asks for a line; what was asked for it before is withdrawn.
     *
     * @param price of one unit, as {@link LinePrices#change} takes it
     * @param reason one of the channel's override reasons
     * @param words for the supervisor, at most 200 characters, may be empty
     * @throws Refusal {@code order.line.unknown}, {@code order.price.range}, {@code order.request.words}, {@code
     *     order.request.needless} when the caller may give the price, {@code pricing.override.reason}, {@code pricing.margin.low} when
     *     nobody may
     */
    public OrderView ask(
            OrderNumber number, long version, int position, @Nullable BigDecimal price, String reason, String words) {
        OrderBook.Open open = book.open(number, version);
        SalesOrder order = open.order();
        Edit edit = open.edit();
        Edit.Found found = edit.found(position);
        Money wanted = TypedPrice.read(price, order.currency());
        Overrides.Judgement judged = overrides.judge(open.channel(), found.sold(), found.price(), wanted, reason);
        if (judged.beyond() == null) {
            throw new Refusal("order.request.needless");
        }
        requests.withdraw(open, position);
        PriceRequest request = edit.ask(
                position,
                new PriceRequest.Wish(wanted, reason, judged.reason(), words(words), judged.level(), judged.margin()),
                overrides.patience(open.channel()));
        book.keep(
                order,
                edit.noted(
                        OrderEventKind.PRICE_ASKED,
                        request.productName(),
                        found.price().toString(),
                        wanted + " (" + reason + ")"));
        requests.add(request, order);
        return book.view(order, open.channel());
    }

    /**
     * The line stays at its price.
     *
     * @throws Refusal {@code order.request.unknown}, {@code order.request.over}
     */
    public OrderView withdraw(OrderNumber number, long version, long id) {
        OrderBook.Open open = book.open(number, version);
        SalesOrder order = open.order();
        Edit edit = open.edit();
        PriceRequest request = store.of(order.id()).stream()
                .filter(r -> r.id() == id)
                .findFirst()
                .orElseThrow(() -> new Refusal("order.request.unknown"));
        request.mustBeOpen(open.by(), requests::nameOf);
        request.withdraw(open.by());
        book.keep(
                order,
                edit.noted(
                        OrderEventKind.PRICE_REQUEST_ENDED,
                        request.productName(),
                        request.wanted().toString(),
                        null));
        requests.changed(request, order);
        return book.view(order, open.channel());
    }

    /** All that was asked for the order, the first one first. One statement, two where there is any. */
    public List<PriceRequestView> of(OrderNumber number) {
        return requests.of(book.find(number).order());
    }

    /** @throws Refusal {@code order.request.words} */
    static String words(String typed) {
        String words = typed.strip();
        if (words.length() > LONGEST) {
            throw new Refusal("order.request.words", LONGEST).at("words");
        }
        CardNumbers.keepOut(words);
        return words;
    }
}
