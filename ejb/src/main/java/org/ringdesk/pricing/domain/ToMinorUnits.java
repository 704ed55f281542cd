package org.ringdesk.pricing.domain;

import org.ringdesk.pricing.Terms;

/** Rounds each line to the currency's minor unit, so that the lines as shown add up to the totals as shown. */
public final class ToMinorUnits implements Step {
    @Override
    public Sheet apply(Sheet sheet, Terms terms) {
        return sheet.eachLine(l -> l.amount(l.amount().rounded()));
    }
}
