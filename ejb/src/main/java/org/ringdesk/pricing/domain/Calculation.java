package org.ringdesk.pricing.domain;

import java.util.List;
import org.ringdesk.pricing.Basket;
import org.ringdesk.pricing.Priced;
import org.ringdesk.pricing.Priced.Rule;

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

    private Calculation() {}

    /** @throws org.ringdesk.shared.Refusal {@code pricing.tax.missing} */
    public static Priced price(Basket basket, Rules rules) {
        Sheet sheet = Sheet.of(basket);
        for (Step step : STEPS) {
            sheet = step.apply(sheet, rules);
        }
        return sheet.result(rules);
    }
}
