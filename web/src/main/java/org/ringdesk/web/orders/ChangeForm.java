package org.ringdesk.web.orders;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringdesk.orders.LineStatus;
import org.ringdesk.orders.OrderChanges;
import org.ringdesk.orders.OrderStatus;
import org.ringdesk.orders.OrderView;

/** A change to a placed order being typed: open it again, give it up, or give up a line of it. */
@Named
@RequestScoped
public class ChangeForm {
    private static final String CHANGE = "CHANGE";
    private static final String CANCEL = "CANCEL";

    @Inject
    private OrderChanges changes;

    @Inject
    private OrderPanel panel;

    private String what = CHANGE;
    private @Nullable String reason;

    public void open() {
        panel.to(OrderPanel.Step.CHANGE);
    }

    public void carryOut() {
        OrderView order = panel.getOrder();
        if (panel.command("change:reason", () -> {
            switch (what) {
                case CHANGE -> changes.change(order.number(), order.version(), reason);
                case CANCEL -> changes.cancel(order.number(), order.version(), reason);
                default -> changes.cancelLine(order.number(), order.version(), Integer.parseInt(what), reason);
            }
        })) {
            panel.to(OrderPanel.Step.LINES);
        }
    }

    /** Whether it can be opened again. */
    public boolean isReopenable() {
        return panel.getOrder().status() == OrderStatus.PLACED;
    }

    /** Those of which something can still be given up. */
    public List<OrderView.Line> getLines() {
        OrderView order = panel.getOrder();
        return order.changing() || order.status() == OrderStatus.ON_HOLD
                ? List.of()
                : order.lines().stream()
                        .filter(l -> l.status() == LineStatus.OPEN || l.status() == LineStatus.BACKORDERED)
                        .toList();
    }

    public String getWhat() {
        return what;
    }

    public void setWhat(@Nullable String what) {
        this.what = what == null ? CHANGE : what;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
