package org.ringdesk.orders.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ringdesk.pricing.Basket.ManualCharge;
import org.ringdesk.shared.Money;
import org.ringdesk.shared.Refusal;

/** What was charged by hand: for the order once of each code, and once for each line. */
@Embeddable
public class HandCharges {
    private static final int MOST = 20;

    /** One to a line: code, tax class, amount, and the position of the order line that it is for; none has a blank. */
    @Column(name = "hand_charges")
    private String charges = "";

    protected HandCharges() {}

    static HandCharges none() {
        return new HandCharges();
    }

    List<ManualCharge> all(Currency currency) {
        return charges.lines().map(line -> read(line, currency)).toList();
    }

    private static ManualCharge read(String line, Currency currency) {
        List<String> parts = Arrays.asList(line.split(" "));
        return new ManualCharge(
                parts.get(0),
                parts.get(1),
                Money.of(parts.get(2), currency.getCurrencyCode()),
                parts.size() == 3 ? null : Integer.valueOf(parts.get(3)));
    }

    /** Takes the place of the one with the same code for the same. @return what it was before, or null */
    @Nullable
    Money put(ManualCharge charge) {
        Money before = take(charge.code(), charge.position(), charge.amount().currency());
        List<ManualCharge> all = new ArrayList<>(all(charge.amount().currency()));
        if (all.size() >= MOST) {
            throw new Refusal("order.charges.most", MOST);
        }
        all.add(charge);
        write(all);
        return before;
    }

    /** @return what it was, or null if there was none */
    @Nullable
    Money take(String code, @Nullable Integer position, Currency currency) {
        List<ManualCharge> all = new ArrayList<>(all(currency));
        ManualCharge found = all.stream()
                .filter(c -> c.code().equals(code)
                        && (position == null ? c.position() == null : position.equals(c.position())))
                .findFirst()
                .orElse(null);
        if (found == null) {
            return null;
        }
        all.remove(found);
        write(all);
        return found.amount();
    }

    /** They go with their line. */
    void lineRemoved(int position, Currency currency) {
        write(all(currency).stream()
                .filter(c -> !Integer.valueOf(position).equals(c.position()))
                .toList());
    }

    private void write(List<ManualCharge> all) {
        charges = all.stream()
                .map(c -> c.code()
                        + ' '
                        + c.taxClass()
                        + ' '
                        + c.amount().amount().toPlainString()
                        + (c.position() == null ? "" : " " + c.position()))
                .collect(Collectors.joining("\n"));
    }
}
