package org.ringdesk.pricing;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import org.ringdesk.pricing.Priced.Detail;
import org.ringdesk.shared.Money;

/** The details of a price as a text to keep with what was priced: one a line, its parts between tabs. */
public final class Trail {
    private Trail() {}

    public static String of(List<Detail> details) {
        return details.stream().map(Trail::line).collect(joining("\n"));
    }

    private static String line(Detail d) {
        String position = d.position() == null ? "" : Integer.toString(d.position());
        return String.join(
                "\t", d.rule().name(), d.code(), position, d.amount().amount().toPlainString());
    }

    public static List<Detail> read(String trail, Currency currency) {
        return trail.isEmpty()
                ? List.of()
                : Arrays.stream(trail.split("\n"))
                        .map(line -> detail(line, currency))
                        .toList();
    }

    private static Detail detail(String line, Currency currency) {
        String[] parts = line.split("\t", -1);
        return new Detail(
                Priced.Rule.valueOf(parts[0]),
                parts[1],
                parts[2].isEmpty() ? null : Integer.valueOf(parts[2]),
                Money.exact(new BigDecimal(parts[3]), currency));
    }
}
