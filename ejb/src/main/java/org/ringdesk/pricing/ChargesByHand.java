package org.ringdesk.pricing;

import jakarta.annotation.Resource;
import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.ChannelView;
import org.ringdesk.pricing.store.ChargeCodes;
import org.ringdesk.shared.Money;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;

/** Says what may be charged by hand, and by whom. */
@Stateless
@DeclareRoles(Role.CHARGING)
@RolesAllowed(Role.AGENT)
public class ChargesByHand {
    @Inject
    private ChargeCodes codes;

    @Resource
    private SessionContext context;

    /** The channel's codes, in its order, for a caller who may use them; else none. One statement at most. */
    public List<ChargeCode> codes(ChannelView channel) {
        return context.isCallerInRole(Role.CHARGING) ? codes.of(channel) : List.of();
    }

    /** @throws Refusal {@code pricing.charge.denied} */
    public void mustBeAllowed() {
        if (!context.isCallerInRole(Role.CHARGING)) {
            throw new Refusal("pricing.charge.denied");
        }
    }

    /**
     * @param amount in the channel's currency; above zero, in whole minor units
     * @param position the line that it is for, or null for the whole order
     * @throws Refusal {@code pricing.charge.denied}, {@code pricing.charge.unknown}, {@code pricing.charge.range}
     */
    public Basket.ManualCharge check(
            ChannelView channel, String code, @Nullable BigDecimal amount, @Nullable Integer position) {
        mustBeAllowed();
        ChargeCode known = codes.of(channel).stream()
                .filter(c -> c.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Refusal("pricing.charge.unknown"));
        if (amount == null
                || amount.signum() <= 0
                || amount.stripTrailingZeros().scale() > channel.currency().getDefaultFractionDigits()
                || amount.compareTo(known.most().amount()) > 0) {
            throw new Refusal("pricing.charge.range", known.most());
        }
        return new Basket.ManualCharge(code, known.taxClass(), Money.of(amount, channel.currency()), position);
    }
}
