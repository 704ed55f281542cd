package org.ringdesk.administration;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.domain.ChannelTenders;
import org.ringdesk.administration.store.Directory;
import org.ringdesk.administration.store.Rules;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;

/** How channels take checks and prepayments; read anew each time, for another server may have changed it. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.ADMIN, Role.FULFILMENT, Role.SYSTEM})
public class TenderRules {
    private static final String KIND = "TENDER";
    private static final BigDecimal MOST = new BigDecimal("999999999.99");
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    @Inject
    private Directory directory;

    @Inject
    private Rules rules;

    @Inject
    private ChangeLog changes;

    /** One statement. */
    public TenderRule of(ChannelCode channel) {
        return rules.tenders(channel).map(ChannelTenders::view).orElseGet(() -> TenderRule.none(channel));
    }

    /**
     * @param typed with the version that was read
     * @throws Refusal at its field {@code tender.amount} below zero or finer than the currency, {@code tender.percent} outside of 0 to
     *     100, {@code tender.days} with the most; {@code channel.unknown}; {@code rules.changed} when somebody else saved meanwhile
     */
    @RolesAllowed(Role.ADMIN)
    public TenderRule save(TenderRule typed) {
        ChannelView channel = directory.channels().stream()
                .filter(c -> c.code().equals(typed.channel()))
                .findFirst()
                .orElseThrow(
                        () -> new Refusal("channel.unknown", typed.channel().value()));
        mustBeAmount("tolerance", typed.tolerance(), channel);
        mustBeAmount("checkHoldAbove", typed.checkHoldAbove(), channel);
        BigDecimal percent = typed.tolerancePercent();
        if (percent != null
                && (percent.signum() < 0
                        || percent.compareTo(HUNDRED) > 0
                        || percent.stripTrailingZeros().scale() > 3)) {
            throw new Refusal("tender.percent").at("tolerancePercent");
        }
        mustBeDays("checkHoldDays", typed.checkHoldDays(), 0);
        mustBeDays("prepaymentDays", typed.prepaymentDays(), 1);
        if (!List.of(TenderRule.BY_CHECK, TenderRule.ON_ACCOUNT).contains(typed.checkRefund())) {
            throw new Refusal("tender.refund").at("checkRefund");
        }
        return keep(typed);
    }

    private TenderRule keep(TenderRule typed) {
        Optional<ChannelTenders> known = rules.tenders(typed.channel());
        if (known.map(ChannelTenders::view).map(TenderRule::version).orElse(0L) != typed.version()) {
            throw new Refusal("rules.changed");
        }
        TenderRule before = known.map(ChannelTenders::view).orElseGet(() -> TenderRule.none(typed.channel()));
        ChannelTenders rule = known.orElseGet(() -> rules.add(new ChannelTenders(typed.channel())));
        rule.set(typed);
        rules.save(rule);
        changes.note(KIND, typed.channel().value(), fields(before), fields(rule.view()));
        return rule.view();
    }

    /** The last changes, the latest first. */
    @RolesAllowed(Role.ADMIN)
    public List<RuleChange> history(ChannelCode channel) {
        return changes.of(KIND, channel.value());
    }

    private static void mustBeAmount(String field, @Nullable BigDecimal amount, ChannelView channel) {
        int digits = channel.currency().getDefaultFractionDigits();
        if (amount != null
                && (amount.signum() < 0
                        || amount.compareTo(MOST) > 0
                        || amount.stripTrailingZeros().scale() > digits)) {
            throw new Refusal("tender.amount").at(field);
        }
    }

    private static void mustBeDays(String field, int days, int least) {
        if (days < least || days > TenderRule.MOST_DAYS) {
            throw new Refusal("tender.days", least, TenderRule.MOST_DAYS).at(field);
        }
    }

    private static Map<String, String> fields(TenderRule rule) {
        return Map.of(
                "tolerance", text(rule.tolerance()),
                "tolerancePercent", text(rule.tolerancePercent()),
                "checkHoldAbove", text(rule.checkHoldAbove()),
                "checkHoldDays", Integer.toString(rule.checkHoldDays()),
                "checkRefund", rule.checkRefund(),
                "prepaymentDays", Integer.toString(rule.prepaymentDays()));
    }

    private static String text(@Nullable BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }
}
