package org.ringdesk.pricing.domain;

import org.ringdesk.pricing.Priced;

/** The price that the catalog had when the line was quoted. */
public final class BasePrice implements Step {
    @Override
    public Sheet apply(Sheet sheet, Rules rules) {
        return sheet.because(sheet.lines().stream()
                .map(l -> new Priced.Detail(Priced.Rule.BASE_PRICE, "", l.position(), l.unitPrice()))
                .toList());
    }
}
