package org.ringdesk.web.orders;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringdesk.orders.OrderTerms;
import org.ringdesk.orders.OrderView;
import org.ringdesk.pricing.Basket;
import org.ringdesk.pricing.ChargeCode;
import org.ringdesk.pricing.ChargesByHand;

/** A charge by hand being typed, by those who may. */
@Named
@RequestScoped
public class HandChargeForm {
    @Inject
    private OrderTerms terms;

    @Inject
    private ChargesByHand charges;

    @Inject
    private OrderPanel panel;

    private @Nullable List<ChargeCode> codes;
    private @Nullable String code;
    private int position;
    private @Nullable BigDecimal amount;

    /** None for those who may not. */
    public List<ChargeCode> getCodes() {
        if (codes == null) {
            codes = charges.codes(panel.getOrder().channel());
        }
        return codes;
    }

    public void add() {
        OrderView order = panel.getOrder();
        String chosen = code == null ? "" : code;
        if (panel.command(
                "charges:amount",
                () -> terms.charge(order.number(), order.version(), chosen, amount, position == 0 ? null : position))) {
            amount = null;
        }
    }

    public void drop(Basket.ManualCharge charge) {
        OrderView order = panel.getOrder();
        panel.command(
                "charges:amount",
                () -> terms.dropCharge(order.number(), order.version(), charge.code(), charge.position()));
    }

    /** The code, where its label is not to be had. */
    public String label(String charged) {
        return getCodes().stream()
                .filter(c -> c.code().equals(charged))
                .findFirst()
                .map(ChargeCode::label)
                .orElse(charged);
    }

    public @Nullable String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code;
    }

    public int getPosition() {
        return position;
    }

    public void setPosition(int position) {
        this.position = position;
    }

    public @Nullable BigDecimal getAmount() {
        return amount;
    }

    public void setAmount(@Nullable BigDecimal amount) {
        this.amount = amount;
    }
}
