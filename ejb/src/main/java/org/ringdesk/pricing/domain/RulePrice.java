package org.ringdesk.pricing.domain;

import java.util.Comparator;
import java.util.Optional;
import org.ringdesk.pricing.Priced;

/**
 * The price of one tier, if it has one that is valid on the day of the line's quote and whose quantity is reached: the lowest
 * of several. Lines of the same product and unit count together, so that it does not matter how a quantity is spread.
 */
public final class RulePrice implements Step {
    private static final Comparator<PriceRule> LOWEST = Comparator.comparing(PriceRule::price)
            .thenComparing(PriceRule::code)
            .thenComparing(PriceRule::fromQuantity, Comparator.reverseOrder());

    private final PriceRule.Tier tier;
    private final Priced.Rule rule;

    RulePrice(PriceRule.Tier tier, Priced.Rule rule) {
        this.tier = tier;
        this.rule = rule;
    }

    @Override
    public Sheet apply(Sheet sheet, Rules rules) {
        Sheet priced = sheet;
        for (Sheet.Line line : sheet.lines()) {
            Optional<PriceRule> found = find(sheet, line, rules);
            if (found.isPresent()) {
                PriceRule price = found.get();
                priced = priced.with(line.unitPrice(price.price()))
                        .because(rule, price.code(), line.position(), price.price());
            }
        }
        return priced;
    }

    private Optional<PriceRule> find(Sheet sheet, Sheet.Line line, Rules rules) {
        int quantity = sheet.lines().stream()
                .filter(l -> l.item().equals(line.item()))
                .mapToInt(l -> l.asked().quantity())
                .sum();
        return rules.prices().stream()
                .filter(p -> p.tier() == tier
                        && p.concerns(line.item())
                        && p.price().currency().equals(sheet.currency())
                        && p.fromQuantity() <= quantity
                        && p.valid().contains(line.asked().quotedOn()))
                .min(LOWEST);
    }
}
