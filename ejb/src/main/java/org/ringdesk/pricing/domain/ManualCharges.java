package org.ringdesk.pricing.domain;

import java.util.Comparator;
import org.ringdesk.pricing.Basket;
import org.ringdesk.pricing.Priced.Rule;
import org.ringdesk.shared.Money;

/** What somebody who may added by hand. */
public final class ManualCharges implements Step {
    @Override
    public Sheet apply(Sheet sheet, Rules rules) {
        Sheet charged = sheet;
        if (sheet.lines().isEmpty()) {
            return sheet;
        }
        for (Basket.ManualCharge c : sheet.basket().manualCharges().stream()
                .sorted(Comparator.comparing(Basket.ManualCharge::code))
                .toList()) {
            Money amount = c.amount().rounded();
            charged = charged.charge(c.taxClass(), amount, c.position())
                    .because(Rule.MANUAL_CHARGE, c.code(), c.position(), amount);
        }
        return charged;
    }
}
