package org.ringdesk.web.orders;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringdesk.orders.LinePrices;
import org.ringdesk.orders.OrderView;
import org.ringdesk.pricing.Priced.Detail;

/** Which rule gave what: line by line, then what is for the whole order. */
@Named
@RequestScoped
public class PriceDetails {
    @Inject
    private LinePrices prices;

    @Inject
    private OrderPanel panel;

    private @Nullable List<Part> parts;

    /**
     * A line, or the order.
     *
     * @param line null for the order
     */
    public record Part(OrderView.@Nullable Line line, List<PriceReason> reasons) {}

    public List<Part> getParts() {
        if (parts == null) {
            parts = read();
        }
        return parts;
    }

    private List<Part> read() {
        OrderView order = panel.getOrder();
        List<Detail> details = prices.details(order.number());
        List<Part> all = new ArrayList<>();
        order.lines().forEach(line -> all.add(new Part(line, PriceReason.of(details, line.position()))));
        all.add(new Part(null, PriceReason.of(details, null)));
        return all;
    }
}
