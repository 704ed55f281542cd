package org.ringdesk.pricing.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ringdesk.pricing.Priced.Rule;
import org.ringdesk.shared.Money;

/** Charges by mode of delivery and by what the goods are worth; none for an order without lines. */
public final class AutomaticCharges implements Step {
    @Override
    public Sheet apply(Sheet sheet, Rules rules) {
        Sheet charged = sheet;
        List<Charge> coming = rules.charges().stream()
                .filter(c -> c.concerns(sheet.basket()))
                .sorted(Comparator.comparing(Charge::code))
                .toList();
        for (Charge charge : coming) {
            charged = charge.level() == Charge.Level.HEADER
                    ? once(charged, charge, coming)
                    : eachLine(charged, charge, coming);
        }
        return charged;
    }

    private static Sheet once(Sheet sheet, Charge charge, List<Charge> coming) {
        boolean replaced = charge.mode() == null && coming.stream().anyMatch(c -> c.replaces(charge));
        return replaced ? sheet : charge(sheet, charge, covered(sheet, charge), null);
    }

    private static Sheet eachLine(Sheet sheet, Charge charge, List<Charge> coming) {
        Sheet charged = sheet;
        for (Sheet.Line line : covered(sheet, charge)) {
            boolean replaced = charge.mode() == null
                    && coming.stream().anyMatch(c -> c.replaces(charge) && c.covers(sheet.basket(), line.asked()));
            if (!replaced) {
                charged = charge(charged, charge, List.of(line), line.position());
            }
        }
        return charged;
    }

    private static List<Sheet.Line> covered(Sheet sheet, Charge charge) {
        return sheet.lines().stream()
                .filter(l -> charge.covers(sheet.basket(), l.asked()))
                .toList();
    }

    private static Sheet charge(Sheet sheet, Charge charge, List<Sheet.Line> lines, @Nullable Integer position) {
        if (lines.isEmpty()) {
            return sheet;
        }
        Money worth = sheet.sum(lines.stream().map(Sheet.Line::amount));
        long pieces = lines.stream().mapToLong(l -> l.asked().pieces()).sum();
        Optional<Money> amount = charge.on(worth, pieces);
        if (amount.isEmpty()) {
            return sheet;
        }
        Rule rule = amount.get().isPositive() ? Rule.CHARGE : Rule.CHARGE_FREE;
        return sheet.charge(charge.taxClass(), amount.get(), position)
                .because(rule, charge.code(), position, amount.get());
    }
}
