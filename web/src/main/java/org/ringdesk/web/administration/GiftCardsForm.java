package org.ringdesk.web.administration;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.ChannelCode;
import org.ringdesk.payments.GiftCardDesk;
import org.ringdesk.payments.GiftCardView;
import org.ringdesk.shared.Refusal;
import org.ringdesk.web.page.Attempt;

/** Gift cards to be issued. Their codes are on the page once, and nowhere else. */
@Named
@RequestScoped
public class GiftCardsForm {
    @Inject
    private GiftCardDesk cards;

    @Inject
    private Attempt attempt;

    private @Nullable String channel;
    private @Nullable BigDecimal amount;
    private int count = 1;
    private List<String> codes = List.of();

    public void issue() {
        if (channel == null) {
            return;
        }
        try {
            codes = cards.issue(new ChannelCode(channel), amount, count);
        } catch (Refusal refusal) {
            attempt.tell("gifts:" + (refusal.field() == null ? "issue" : refusal.field()), null, refusal);
        }
    }

    public List<String> getCodes() {
        return codes;
    }

    public List<GiftCardView> getLatest() {
        return cards.latest();
    }

    public @Nullable String getChannel() {
        return channel;
    }

    public void setChannel(@Nullable String chosen) {
        channel = chosen;
    }

    public @Nullable BigDecimal getAmount() {
        return amount;
    }

    public void setAmount(@Nullable BigDecimal typed) {
        amount = typed;
    }

    public int getCount() {
        return count;
    }

    public void setCount(int typed) {
        count = typed;
    }
}
