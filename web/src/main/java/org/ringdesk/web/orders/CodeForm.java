package org.ringdesk.web.orders;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.ringdesk.orders.OrderEntry;
import org.ringdesk.orders.OrderView;

/** A code that the customer reads out, being typed: on a catalogue or a coupon. */
@Named
@RequestScoped
public class CodeForm {
    @Inject
    private OrderEntry entry;

    @Inject
    private OrderPanel panel;

    private @Nullable String code;

    public void enter() {
        OrderView order = panel.getOrder();
        String typed = code == null ? "" : code;
        if (panel.command("codes:code", () -> entry.enterCode(order.number(), order.version(), typed))) {
            code = null;
        }
    }

    public void remove(String entered) {
        OrderView order = panel.getOrder();
        panel.command("codes:code", () -> entry.removeCode(order.number(), order.version(), entered));
    }

    public @Nullable String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code;
    }
}
