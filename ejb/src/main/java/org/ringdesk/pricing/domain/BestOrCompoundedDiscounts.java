package org.ringdesk.pricing.domain;

import java.util.ArrayList;
import java.util.List;

/** What is left gets the best price discount alone, or all compounded ones one after the other: whichever saves more. */
public final class BestOrCompoundedDiscounts implements Step {
    @Override
    public Sheet apply(Sheet sheet, Rules rules) {
        List<Discount> best = sheet.discounts(rules, Discount.Concurrency.BEST_PRICE);
        List<Discount> compounded = sheet.discounts(rules, Discount.Concurrency.COMPOUNDED);
        if (best.isEmpty() && compounded.isEmpty()) {
            return sheet;
        }
        List<Portion> open = sheet.portions(false);
        Contest contest = new Contest(best, compounded, open, sheet.currency());
        Contest.Outcome outcome = contest.settle(open);
        List<Portion> now = new ArrayList<>(outcome.won());
        now.addAll(contest.addUp(outcome.open()));
        now.replaceAll(Portion::close);
        List<Portion> all = new ArrayList<>(sheet.portions(true));
        all.addAll(now);
        return sheet.portions(all).becauseOf(now);
    }
}
