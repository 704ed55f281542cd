package org.ringdesk.pricing;

import java.util.List;
import org.ringdesk.pricing.domain.BasePrice;
import org.ringdesk.pricing.domain.DeliveryCharge;
import org.ringdesk.pricing.domain.Sheet;
import org.ringdesk.pricing.domain.Step;
import org.ringdesk.pricing.domain.Tax;
import org.ringdesk.pricing.domain.ToMinorUnits;

/** From basket and terms to amounts. The same basket on the same terms costs the same, in whatever order its lines come. */
public final class Pricing {
    /** In this order; a price rule, discount, coupon or override becomes a step between the base price and the rounding. */
    private static final List<Step> STEPS =
            List.of(new BasePrice(), new ToMinorUnits(), new DeliveryCharge(), new Tax());

    private Pricing() {}

    /** @throws org.ringdesk.shared.Refusal {@code pricing.tax.missing} */
    public static Priced price(Basket basket, Terms terms) {
        Sheet sheet = Sheet.of(basket);
        for (Step step : STEPS) {
            sheet = step.apply(sheet, terms);
        }
        return sheet.result(terms);
    }
}
