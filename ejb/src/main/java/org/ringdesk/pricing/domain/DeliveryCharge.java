package org.ringdesk.pricing.domain;

import org.ringdesk.pricing.Terms;
import org.ringdesk.shared.Money;

/** The channel's charge for delivery; none for goods of enough value, and none for nothing. */
public final class DeliveryCharge implements Step {
    @Override
    public Sheet apply(Sheet sheet, Terms terms) {
        if (sheet.lines().isEmpty() || terms.deliveryCharge().isZero()) {
            return sheet;
        }
        Money threshold = terms.freeDeliveryAbove();
        if (threshold != null && sheet.goods().compareTo(threshold) >= 0) {
            return sheet.because("delivery-free", "", Money.zero(sheet.currency()));
        }
        Money charge = terms.deliveryCharge().rounded();
        return sheet.charges(sheet.charges().plus(charge)).because("delivery", "", charge);
    }
}
