package org.ringdesk.pricing.domain;

import org.ringdesk.pricing.Basket;
import org.ringdesk.pricing.Priced;

/** A price given by hand goes before every other, and no discount comes off it. */
public final class AgreedPrice implements Step {
    @Override
    public Sheet apply(Sheet sheet, Rules rules) {
        Sheet priced = sheet;
        for (Sheet.Line line : sheet.lines()) {
            Basket.AgreedPrice agreed = line.asked().agreedPrice();
            if (agreed != null) {
                priced = priced.with(line.unitPrice(agreed.price()))
                        .because(Priced.Rule.AGREED_PRICE, agreed.reason(), line.position(), agreed.price());
            }
        }
        return priced;
    }
}
