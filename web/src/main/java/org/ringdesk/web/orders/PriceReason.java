package org.ringdesk.web.orders;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringdesk.pricing.Priced.Detail;
import org.ringdesk.pricing.Priced.Rule;
import org.ringdesk.shared.Money;

/**
 * An amount with the rule that gave it.
 *
 * @param amount below zero for what was taken off
 * @param replaced a price that another one went before
 */
public record PriceReason(Rule rule, String code, Money amount, boolean replaced) implements Serializable {

    /** Those of a line, or without a position those of the order. */
    public static List<PriceReason> of(List<Detail> details, @Nullable Integer position) {
        List<Detail> mine = details.stream()
                .filter(d -> position == null ? d.position() == null : position.equals(d.position()))
                .toList();
        long prices = mine.stream().filter(PriceReason::isPrice).count();
        List<PriceReason> reasons = new ArrayList<>();
        for (Detail d : mine) {
            boolean replaced = isPrice(d) && reasons.size() < prices - 1;
            reasons.add(new PriceReason(
                    d.rule(), d.code(), isDiscount(d) ? d.amount().times(-1) : d.amount(), replaced));
        }
        return reasons;
    }

    private static boolean isPrice(Detail d) {
        return d.rule().compareTo(Rule.AGREED_PRICE) <= 0;
    }

    private static boolean isDiscount(Detail d) {
        return d.rule().compareTo(Rule.SIMPLE_DISCOUNT) >= 0 && d.rule().compareTo(Rule.THRESHOLD_DISCOUNT) <= 0;
    }
}
