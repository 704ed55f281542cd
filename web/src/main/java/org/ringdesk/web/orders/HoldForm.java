package org.ringdesk.web.orders;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringdesk.orders.HoldCode;
import org.ringdesk.orders.HoldView;
import org.ringdesk.orders.OrderHolds;
import org.ringdesk.orders.OrderStatus;
import org.ringdesk.orders.OrderView;

/** What holds the order on the screen, and a hold being typed. */
@Named
@RequestScoped
public class HoldForm {
    @Inject
    private OrderHolds holds;

    @Inject
    private OrderPanel panel;

    private @Nullable List<HoldView> read;
    private @Nullable String code;
    private @Nullable String reason;
    private @Nullable String clearReason;

    public void open() {
        panel.to(OrderPanel.Step.HOLD);
    }

    public boolean isHeld() {
        return panel.getOrder().status() == OrderStatus.ON_HOLD;
    }

    /** Of all holds those that stand. */
    public List<HoldView> getStanding() {
        if (read == null) {
            read = holds.holds(panel.getOrder().number());
        }
        return read.stream().filter(HoldView::isOpen).toList();
    }

    /** Whether the reader may clear any of them. */
    public boolean isClearable() {
        return getStanding().stream().anyMatch(HoldView::mayClear);
    }

    public List<HoldCode> getCodes() {
        return holds.codes(panel.getOrder().channel());
    }

    public void hold() {
        OrderView order = panel.getOrder();
        String chosen = code == null ? "" : code;
        if (panel.command("hold:reason", () -> holds.hold(order.number(), order.version(), chosen, reason))) {
            reason = null;
            panel.to(OrderPanel.Step.LINES);
        }
        read = null;
    }

    public void clear(HoldView hold) {
        OrderView order = panel.getOrder();
        if (panel.command(
                "held:clearReason", () -> holds.clear(order.number(), order.version(), hold.id(), clearReason))) {
            clearReason = null;
        }
        read = null;
    }

    public @Nullable String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public @Nullable String getClearReason() {
        return clearReason;
    }

    public void setClearReason(@Nullable String clearReason) {
        this.clearReason = clearReason;
    }
}
