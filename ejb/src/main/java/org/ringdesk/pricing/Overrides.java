package org.ringdesk.pricing;

import static java.util.stream.Collectors.toSet;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.ChannelView;
import org.ringdesk.pricing.domain.OverrideLimit;
import org.ringdesk.pricing.domain.PriceMove;
import org.ringdesk.pricing.store.LimitBook;
import org.ringdesk.shared.Money;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;

/** Says who may sell for which price. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.ADMIN})
public class Overrides {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Inject
    private LimitBook book;

    @Resource
    private SessionContext context;

    /** The channel's reasons, in its order; one statement. */
    public List<OverrideReason> reasons(ChannelView channel) {
        return book.reasons(channel);
    }

    /**
     * What a price by hand is to the seller, and whether the caller may give it.
     *
     * @param reason the label of the reason
     * @param margin in percent of the price without tax, or null when nobody knows what the product costs or the price is nothing
     * @param beyond why the caller may not: {@code pricing.override.denied}, {@code pricing.override.percent}, {@code
     *     pricing.override.floor}, {@code pricing.override.cost}; null when they may
     */
    public record Judgement(
            String reason,
            MarginLevel level,
            @Nullable BigDecimal margin,
            @Nullable Refusal beyond) {}

    /**
     * What is sold.
     *
     * @param product its id
     * @param pieces how many base units are sold for the price
     * @param taxPercent of the product
     */
    public record Sold(long product, int pieces, BigDecimal taxPercent) {}

    /**
     * Lets the caller sell one unit of a product for another price than the rules found.
     *
     * @return how the margin is at the price wanted
     * @throws Refusal as {@link #judge}, and what it found to be beyond the caller
     */
    public MarginLevel check(ChannelView channel, Sold sold, Money found, Money wanted, String reason) {
        Judgement judged = judge(channel, sold, found, wanted, reason);
        if (judged.beyond != null) {
            throw judged.beyond;
        }
        return judged.level;
    }

    /**
     * Judges another price for one unit of a product than the rules found.
     *
     * @param reason one of the channel's codes
     * @throws Refusal {@code pricing.override.reason}; {@code pricing.override.fixed} for a product whose price nobody may give by hand;
     *     {@code pricing.margin.low} when nobody may sell so
     */
    public Judgement judge(ChannelView channel, Sold sold, Money found, Money wanted, String reason) {
        OverrideReason why = book.reasons(channel).stream()
                .filter(r -> r.code().equals(reason))
                .findFirst()
                .orElseThrow(() -> new Refusal("pricing.override.reason"));
        LimitBook.Costs costs = book.costs(channel, sold);
        if (!costs.adjustable()) {
            throw new Refusal("pricing.override.fixed");
        }
        PriceMove move = new PriceMove(
                found, wanted, channel.pricesIncludeTax() ? sold.taxPercent : BigDecimal.ZERO, costs.cost());
        List<OverrideLimit> limits = book.limits();
        Set<String> mine = limits.stream()
                .map(OverrideLimit::role)
                .filter(context::isCallerInRole)
                .collect(toSet());
        @Nullable Refusal beyond = OverrideLimit.beyond(move, mine, limits).orElse(null);
        MarginLevel level = costs.level(move);
        if (level == MarginLevel.UNACCEPTABLE) {
            throw new Refusal("pricing.margin.low");
        }
        return new Judgement(why.label(), level, costs.percent(move), beyond);
    }

    /** How long an agent of the channel waits for a supervisor's answer; one statement. */
    public Duration patience(ChannelView channel) {
        return book.patience(channel).orElse(PATIENCE);
    }
}
