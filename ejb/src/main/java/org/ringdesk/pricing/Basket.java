package org.ringdesk.pricing;

import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ringdesk.shared.Money;

/** What is to be priced: lines in one currency, each with a position of its own. */
public record Basket(Currency currency, List<Line> lines) {
    public Basket {
        lines = List.copyOf(lines);
        Set<Integer> positions = new HashSet<>();
        for (Line line : lines) {
            if (!line.unitPrice().currency().equals(currency)) {
                throw new IllegalArgumentException(
                        "A price in " + line.unitPrice().currency() + " in " + currency);
            }
            if (!positions.add(line.position())) {
                throw new IllegalArgumentException("Position " + line.position() + " twice");
            }
        }
    }

    /**
     * @param position what the line is called in the result
     * @param unitPrice as quoted, not below zero; may be finer than the currency's minor unit
     */
    public record Line(int position, String taxClass, int quantity, Money unitPrice) {
        public Line {
            if (quantity < 1) {
                throw new IllegalArgumentException("Quantity " + quantity);
            }
            if (unitPrice.amount().signum() < 0) {
                throw new IllegalArgumentException("Price " + unitPrice);
            }
        }
    }
}
