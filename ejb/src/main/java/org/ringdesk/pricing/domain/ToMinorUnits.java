package org.ringdesk.pricing.domain;

import java.util.List;
import org.ringdesk.shared.Money;

/** Quantity times price, rounded once a line to the currency's minor unit, so that the lines as shown add up to the totals as shown. */
public final class ToMinorUnits implements Step {
    @Override
    public Sheet apply(Sheet sheet, Rules rules) {
        Sheet priced = sheet;
        for (Sheet.Line line : sheet.lines()) {
            Money amount = line.unitPrice().times(line.asked().quantity()).rounded();
            boolean closed = line.asked().agreedPrice() != null;
            priced = priced.with(line.portions(List.of(
                    new Portion(line.position(), line.item(), line.asked().pieces(), amount, List.of(), closed))));
        }
        return priced;
    }
}
