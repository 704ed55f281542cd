package org.ringdesk.pricing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.ringdesk.pricing.Priced.Detail;
import org.ringdesk.pricing.Priced.Rule;
import org.ringdesk.pricing.domain.Calculation;
import org.ringdesk.shared.Money;

/** A line of worked-examples.csv. */
record WorkedExample(String number, String shows, String cart, String rules, List<String> expected) {

    static Stream<WorkedExample> all() {
        try (InputStream in = WorkedExample.class.getResourceAsStream("worked-examples.csv")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line ->
                            Arrays.stream(line.split(";")).map(String::strip).toList())
                    .map(cells -> new WorkedExample(
                            cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.subList(4, 10)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Priced priced() {
        RuleWords words = new RuleWords(rules);
        return Calculation.price(words.basket(cart), words.rules());
    }

    /** Lines, goods, charges, tax, total, because: as the table says it. */
    List<String> cells() {
        Priced priced = priced();
        String lines = priced.lines().stream().map(l -> text(l.amount())).collect(joining(" + "));
        return List.of(
                lines.isEmpty() ? "-" : lines,
                text(priced.goods()),
                text(priced.charges()),
                text(priced.tax()),
                text(priced.total()),
                because(priced.details()));
    }

    private static String because(List<Detail> details) {
        Map<String, BigDecimal> sums = new LinkedHashMap<>();
        Map<String, String> words = new LinkedHashMap<>();
        for (Detail d : details) {
            boolean perLine = d.rule().compareTo(Rule.AGREED_PRICE) <= 0;
            if (d.rule() != Rule.BASE_PRICE && d.rule().compareTo(Rule.TAX_INCLUDED) < 0) {
                String key = d.rule() + d.code() + (perLine ? d.position() : "");
                BigDecimal sum = sums.merge(key, d.amount().amount(), BigDecimal::add);
                words.put(key, d.code() + ' ' + what(d.rule(), sum));
            }
        }
        return words.isEmpty() ? "-" : String.join(", ", words.values());
    }

    private static String what(Rule rule, BigDecimal sum) {
        return switch (rule) {
            case COUPON_TAKEN -> "taken";
            case COUPON_UNKNOWN -> "unknown";
            case COUPON_NOT_VALID -> "not valid";
            case COUPON_USED_UP -> "used up";
            case COUPON_NOT_WITH_ANOTHER -> "not with another";
            case CHARGE_FREE -> "free";
            default -> sum.toPlainString();
        };
    }

    private static String text(Money money) {
        return money.amount().toPlainString();
    }

    @Override
    public String toString() {
        return number + ' ' + shows;
    }
}
