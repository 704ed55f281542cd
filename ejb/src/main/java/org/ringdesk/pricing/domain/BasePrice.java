package org.ringdesk.pricing.domain;

import org.ringdesk.pricing.Priced;
import org.ringdesk.pricing.Terms;

/** Quantity times the price quoted when the line was taken. */
public final class BasePrice implements Step {
    @Override
    public Sheet apply(Sheet sheet, Terms terms) {
        Sheet priced = sheet.eachLine(l -> l.amount(l.unitPrice().times(l.quantity())));
        return priced.because(priced.lines().stream()
                .map(l -> new Priced.Detail("base-price", Integer.toString(l.position()), l.amount()))
                .toList());
    }
}
