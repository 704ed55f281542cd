package org.ringdesk.web.orders;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringdesk.orders.OrderView;
import org.ringdesk.payments.PaymentMethod;
import org.ringdesk.payments.Refunds;

/** Money to be given back, being typed by those who may. */
@Named
@RequestScoped
public class RefundForm {
    @Inject
    private Refunds refunds;

    @Inject
    private OrderPanel panel;

    private @Nullable BigDecimal amount;
    private @Nullable String reason;
    private @Nullable PaymentMethod as;

    public boolean isOffered() {
        return panel.isPlaced() && panel.getRecap().refundable().isPositive() && refunds.mayRefund();
    }

    public void open() {
        panel.to(OrderPanel.Step.REFUND);
    }

    public void giveBack() {
        OrderView order = panel.getOrder();
        if (panel.command("refund:amount", () -> refunds.refund(order.number(), order.version(), amount, reason, as))) {
            panel.to(OrderPanel.Step.LINES);
        }
    }

    /** In place of the way the money came. */
    public List<PaymentMethod> getOthers() {
        return List.of(PaymentMethod.CHECK, PaymentMethod.ACCOUNT);
    }

    public @Nullable PaymentMethod getAs() {
        return as;
    }

    public void setAs(@Nullable PaymentMethod chosen) {
        as = chosen;
    }

    public @Nullable BigDecimal getAmount() {
        return amount;
    }

    public void setAmount(@Nullable BigDecimal amount) {
        this.amount = amount;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
