package org.ringdesk.pricing.domain;

import java.util.ArrayList;
import java.util.List;

/** What is exclusive goes first: pieces that one of these reaches get nothing else, be it better or not. Of several the best wins. */
public final class ExclusiveDiscounts implements Step {
    @Override
    public Sheet apply(Sheet sheet, Rules rules) {
        List<Discount> exclusive = sheet.discounts(rules, Discount.Concurrency.EXCLUSIVE);
        if (exclusive.isEmpty()) {
            return sheet;
        }
        List<Portion> open = sheet.portions(false);
        Contest.Outcome outcome = new Contest(exclusive, List.of(), open, sheet.currency()).settle(open);
        List<Portion> won = outcome.won().stream().map(Portion::close).toList();
        List<Portion> all = new ArrayList<>(sheet.portions(true));
        all.addAll(won);
        all.addAll(outcome.open());
        return sheet.portions(all).becauseOf(won);
    }
}
