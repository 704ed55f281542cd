package org.ringdesk.web.administration;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.ChannelView;
import org.ringdesk.administration.RuleChange;
import org.ringdesk.administration.TenderRule;

/** How a channel takes checks and prepayments, as it is typed. */
public class TenderForm implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final String currency;
    private TenderRule rule;
    private List<RuleChange> history;
    private @Nullable BigDecimal tolerance;
    private @Nullable BigDecimal tolerancePercent;
    private @Nullable BigDecimal checkHoldAbove;
    private int checkHoldDays;
    private String checkRefund = TenderRule.BY_CHECK;
    private int prepaymentDays;

    TenderForm(ChannelView channel, TenderRule rule, List<RuleChange> history) {
        this.name = channel.name();
        this.currency = channel.currency().getCurrencyCode();
        this.rule = rule;
        this.history = history;
        show(rule, history);
    }

    final void show(TenderRule now, List<RuleChange> changes) {
        rule = now;
        history = changes;
        tolerance = plain(now.tolerance(), 2);
        tolerancePercent = plain(now.tolerancePercent(), 0);
        checkHoldAbove = plain(now.checkHoldAbove(), 2);
        checkHoldDays = now.checkHoldDays();
        checkRefund = now.checkRefund();
        prepaymentDays = now.prepaymentDays();
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal number, int digits) {
        if (number == null) {
            return null;
        }
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < digits ? stripped.setScale(digits) : stripped;
    }

    TenderRule typed() {
        return new TenderRule(
                rule.channel(),
                tolerance,
                tolerancePercent,
                checkHoldAbove,
                checkHoldDays,
                checkRefund,
                prepaymentDays,
                rule.version());
    }

    public String getName() {
        return name;
    }

    public String getCurrency() {
        return currency;
    }

    public List<RuleChange> getHistory() {
        return history;
    }

    public @Nullable BigDecimal getTolerance() {
        return tolerance;
    }

    public void setTolerance(@Nullable BigDecimal typed) {
        tolerance = typed;
    }

    public @Nullable BigDecimal getTolerancePercent() {
        return tolerancePercent;
    }

    public void setTolerancePercent(@Nullable BigDecimal typed) {
        tolerancePercent = typed;
    }

    public @Nullable BigDecimal getCheckHoldAbove() {
        return checkHoldAbove;
    }

    public void setCheckHoldAbove(@Nullable BigDecimal typed) {
        checkHoldAbove = typed;
    }

    public int getCheckHoldDays() {
        return checkHoldDays;
    }

    public void setCheckHoldDays(int typed) {
        checkHoldDays = typed;
    }

    public String getCheckRefund() {
        return checkRefund;
    }

    public void setCheckRefund(String chosen) {
        checkRefund = chosen;
    }

    public int getPrepaymentDays() {
        return prepaymentDays;
    }

    public void setPrepaymentDays(int typed) {
        prepaymentDays = typed;
    }
}
