package org.ringdesk.payments;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.ChannelCode;
import org.ringdesk.administration.ChannelView;
import org.ringdesk.administration.Channels;
import org.ringdesk.payments.domain.GiftCard;
import org.ringdesk.payments.store.GiftCards;
import org.ringdesk.shared.Money;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;

/** Issues gift cards. */
@Stateless
@RolesAllowed(Role.ADMIN)
public class GiftCardDesk {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final BigDecimal MOST = new BigDecimal(1000);
    private static final int MOST_AT_ONCE = 50;
    private static final int SHOWN = 20;

    @Inject
    private GiftCards cards;

    @Inject
    private Channels channels;

    @Inject
    private Clock clock;

    @Resource
    private SessionContext context;

    /**
     * @param amount on each, in the channel's currency; above zero, in whole minor units, at most 1000
     * @param count 1 to 50
     * @return their codes, which nobody can read again
     * @throws Refusal at its field {@code gift.amount}, {@code gift.count}; {@code channel.unknown}
     */
    public List<String> issue(ChannelCode channel, @Nullable BigDecimal amount, int count) {
        ChannelView sold = channels.get(channel);
        int digits = sold.currency().getDefaultFractionDigits();
        if (amount == null
                || amount.signum() <= 0
                || amount.compareTo(MOST) > 0
                || amount.stripTrailingZeros().scale() > digits) {
            throw new Refusal("gift.amount", Money.of(MOST, sold.currency())).at("amount");
        }
        if (count < 1 || count > MOST_AT_ONCE) {
            throw new Refusal("gift.count", MOST_AT_ONCE).at("count");
        }
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            GiftCode code = GiftCode.draw(RANDOM);
            String by = context.getCallerPrincipal().getName();
            GiftCard card = new GiftCard(code, sold.currency(), by, clock.instant());
            cards.add(card, card.issue(Money.of(amount, sold.currency())));
            codes.add(code.printed());
        }
        return codes;
    }

    /** The last 20, the latest first. */
    public List<GiftCardView> latest() {
        return cards.latest(SHOWN);
    }
}
