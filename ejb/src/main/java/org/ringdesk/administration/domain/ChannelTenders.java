package org.ringdesk.administration.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.ChannelCode;
import org.ringdesk.administration.TenderRule;

/** How a channel takes checks and prepayments. */
@Entity
@Table(name = "tender_rule")
public class ChannelTenders {
    @Id
    private String channel;

    @Column(precision = 19, scale = 4)
    private @Nullable BigDecimal tolerance;

    @Column(name = "tolerance_percent", precision = 6, scale = 3)
    private @Nullable BigDecimal tolerancePercent;

    @Column(name = "check_hold_above", precision = 19, scale = 4)
    private @Nullable BigDecimal checkHoldAbove;

    @Column(name = "check_hold_days")
    private int checkHoldDays;

    @Column(name = "check_refund")
    private String checkRefund = TenderRule.BY_CHECK;

    @Column(name = "prepayment_days")
    private int prepaymentDays;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected ChannelTenders() {}

    public ChannelTenders(ChannelCode channel) {
        this.channel = channel.value();
    }

    public void set(TenderRule rule) {
        tolerance = rule.tolerance();
        tolerancePercent = rule.tolerancePercent();
        checkHoldAbove = rule.checkHoldAbove();
        checkHoldDays = rule.checkHoldDays();
        checkRefund = rule.checkRefund();
        prepaymentDays = rule.prepaymentDays();
    }

    public TenderRule view() {
        return new TenderRule(
                new ChannelCode(channel),
                tolerance,
                tolerancePercent,
                checkHoldAbove,
                checkHoldDays,
                checkRefund,
                prepaymentDays,
                version);
    }
}
