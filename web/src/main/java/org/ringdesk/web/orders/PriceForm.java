package org.ringdesk.web.orders;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringdesk.orders.LinePrices;
import org.ringdesk.orders.OrderView;
import org.ringdesk.orders.PriceAsking;
import org.ringdesk.pricing.MarginLevel;
import org.ringdesk.pricing.OverrideReason;
import org.ringdesk.pricing.Overrides;
import org.ringdesk.shared.Refusal;
import org.ringdesk.web.page.Attempt;
import org.ringdesk.web.page.Words;

/** A price being given by hand. */
@Named
@ViewScoped
public class PriceForm implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String BEYOND = "pricing.override.";
    private static final String NO_REASON = "pricing.override.reason";

    @Inject
    private LinePrices prices;

    @Inject
    private PriceAsking asking;

    @Inject
    private Overrides overrides;

    @Inject
    private OrderPanel panel;

    @Inject
    private Attempt attempt;

    @Inject
    private Words words;

    private List<OverrideReason> reasons = List.of();
    private int position;
    private @Nullable BigDecimal price;
    private @Nullable String reason;
    private @Nullable String note;
    private boolean beyond;

    /** Opens at the line that was added last. */
    public void open() {
        List<OrderView.Line> lines = panel.getOrder().lines();
        position = lines.isEmpty() ? 0 : lines.get(lines.size() - 1).position();
        reasons = overrides.reasons(panel.getOrder().channel());
        price = null;
        reason = null;
        note = null;
        beyond = false;
        panel.to(OrderPanel.Step.PRICES);
    }

    public void change() {
        OrderView order = panel.getOrder();
        String why = reason == null ? "" : reason;
        MarginLevel[] margin = {MarginLevel.UNKNOWN};
        if (panel.command("prices:price", () -> margin[0] = change(order, why))) {
            price = null;
            if (margin[0] == MarginLevel.QUESTIONABLE) {
                attempt.say("prices:price", FacesMessage.SEVERITY_WARN, words.of("price.margin.questionable"));
            }
        }
    }

    private MarginLevel change(OrderView order, String why) {
        beyond = false;
        try {
            return prices.change(order.number(), order.version(), position, price, why)
                    .margin();
        } catch (Refusal refusal) {
            beyond = refusal.key().startsWith(BEYOND) && !refusal.key().equals(NO_REASON);
            throw refusal;
        }
    }

    /** Asks a supervisor for the price that was refused; the order goes on meanwhile. */
    public void ask() {
        OrderView order = panel.getOrder();
        String why = reason == null ? "" : reason;
        String said = note == null ? "" : note;
        if (panel.command(
                "prices:price", () -> asking.ask(order.number(), order.version(), position, price, why, said))) {
            price = null;
            note = null;
            beyond = false;
        }
    }

    public void takeBack(long request) {
        OrderView order = panel.getOrder();
        panel.command(null, () -> asking.withdraw(order.number(), order.version(), request));
    }

    public void release(int line) {
        OrderView order = panel.getOrder();
        panel.command("prices:price", () -> prices.release(order.number(), order.version(), line));
    }

    public void renew() {
        OrderView order = panel.getOrder();
        panel.command("prices:price", () -> prices.renew(order.number(), order.version()));
    }

    /** Somebody else may give the price that was typed. */
    public boolean isBeyond() {
        return beyond;
    }

    /** For the supervisor. */
    public @Nullable String getNote() {
        return note;
    }

    public void setNote(@Nullable String note) {
        this.note = note;
    }

    public List<OverrideReason> getReasons() {
        return reasons;
    }

    public int getPosition() {
        return position;
    }

    public void setPosition(int position) {
        this.position = position;
    }

    public @Nullable BigDecimal getPrice() {
        return price;
    }

    public void setPrice(@Nullable BigDecimal price) {
        this.price = price;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
