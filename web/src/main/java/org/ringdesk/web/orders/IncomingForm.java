package org.ringdesk.web.orders;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.ringdesk.orders.OrderNumber;
import org.ringdesk.payments.IncomingMoney;
import org.ringdesk.payments.PaymentMethod;
import org.ringdesk.payments.PaymentStatus;
import org.ringdesk.payments.PaymentView;

/** What the bank says about a payment of the order on the screen, being typed by those who may. */
@Named
@ViewScoped
public class IncomingForm implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private IncomingMoney money;

    @Inject
    private OrderPanel panel;

    private @Nullable PaymentView payment;
    private @Nullable BigDecimal amount;
    private @Nullable String reason;

    public boolean isBounceable(PaymentView one) {
        return panel.isPlaced() && !panel.isHandedOn() && one.isBounceable() && money.mayTell();
    }

    public boolean isReceivable(PaymentView one) {
        return one.status() == PaymentStatus.EXPECTED && !panel.isHandedOn() && money.mayTell();
    }

    public void open(PaymentView one) {
        payment = one;
        amount = one.amount().amount();
        reason = null;
        panel.to(OrderPanel.Step.INCOMING);
    }

    /** A check came back, a transfer came. */
    public void tell() {
        OrderNumber order = panel.getOrder().number();
        PaymentView told = getPayment();
        boolean done = told.method() == PaymentMethod.CHECK
                ? panel.command("incoming:reason", () -> money.bounced(order, told.id(), reason))
                : panel.command("incoming:amount", () -> money.received(order, told.id(), amount));
        if (done) {
            panel.to(OrderPanel.Step.LINES);
        }
    }

    public PaymentView getPayment() {
        if (payment == null) {
            throw new IllegalStateException("No payment was chosen");
        }
        return payment;
    }

    public @Nullable BigDecimal getAmount() {
        return amount;
    }

    public void setAmount(@Nullable BigDecimal typed) {
        amount = typed;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String typed) {
        reason = typed;
    }
}
