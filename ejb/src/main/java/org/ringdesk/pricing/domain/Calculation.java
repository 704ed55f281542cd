package org.ringdesk.pricing.domain;

import java.util.List;
import java.util.Map;
import org.ringdesk.pricing.Basket;
import org.ringdesk.pricing.Priced;
import org.ringdesk.pricing.Priced.Rule;
import org.ringdesk.shared.Money;

/** From basket and rules to amounts. The same basket by the same rules costs the same, in whatever order its lines come. */
public final class Calculation {
    /** In this order. Of the prices the last one found counts: so the catalog of the source code is asked before the groups. */
    private static final List<Step> STEPS = List.of(
            new BasePrice(),
            new RulePrice(PriceRule.Tier.CHANNEL_GROUP, Rule.CHANNEL_PRICE),
            new RulePrice(PriceRule.Tier.CUSTOMER_GROUP, Rule.CUSTOMER_PRICE),
            new RulePrice(PriceRule.Tier.CATALOG, Rule.CATALOG_PRICE),
            new AgreedPrice(),
            new ToMinorUnits(),
            new Coupons(),
            new ExclusiveDiscounts(),
            new BestOrCompoundedDiscounts(),
            new AutomaticCharges(),
            new ManualCharges(),
            new Tax());

    /** As many of them as find what one piece is sold at. */
    private static final List<Step> PRICES = STEPS.subList(0, 4);

    private Calculation() {}

    /** What one piece of each line is sold at, by position, before discounts. */
    public static List<Money> unitPrices(Basket basket, List<PriceRule> prices) {
        Rules rules = new Rules(prices, List.of(), List.of(), List.of(), new Taxes("", true, Map.of()));
        Sheet sheet = Sheet.of(basket);
        for (Step step : PRICES) {
            sheet = step.apply(sheet, rules);
        }
        return sheet.lines().stream().map(Sheet.Line::unitPrice).toList();
    }

    /** @throws org.ringdesk.shared.Refusal {@code pricing.tax.missing} */
    public static Priced price(Basket basket, Rules rules) {
        Sheet sheet = Sheet.of(basket);
        for (Step step : STEPS) {
            sheet = step.apply(sheet, rules);
        }
        return sheet.result(rules);
    }
}
