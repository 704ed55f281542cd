package org.ringdesk.pricing.domain;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ringdesk.shared.Refusal;

/**
 * Steps as an admin types them, one a line: from how many pieces or from which value on, a colon, and what is given or charged.
 * Given: {@code 10 %}, {@code -2.50}, {@code =9.95} (the price it becomes), {@code free 1} (the cheapest of a set). Charged: {@code
 * 4.95}, {@code 2 %}, {@code *1.50} (a piece).
 */
public final class RuleSteps {
    private static final Pattern LINE =
            Pattern.compile("(?:\\s*([\\d.,]+)\\s*:)?\\s*(free|[-=*]?)\\s*([\\d.,]+)\\s*(%?)\\s*");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final String CHEAPEST = "CHEAPEST";

    private RuleSteps() {}

    /** @param how as it is stored: of a discount PRICE, AMOUNT, PERCENT or CHEAPEST, of a charge FIXED, PERCENT or PER_PIECE */
    public record Step(BigDecimal from, String how, BigDecimal value) {}

    /** @param kind of discount. @throws Refusal {@code rule.steps} with the line's number, {@code rule.steps.missing} */
    public static List<Step> ofDiscount(String kind, String typed) {
        boolean single = kind.equals("SIMPLE") || kind.equals("MIX");
        List<Step> steps = read(typed, BigDecimal.ONE, "rule.steps", "steps");
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            boolean right =
                    switch (step.how) {
                        case "*", "" -> false;
                        case CHEAPEST -> kind.equals("MIX") && isCount(step.value);
                        case "PRICE" -> !kind.equals("THRESHOLD");
                        default -> true;
                    };
            boolean whole = kind.equals("THRESHOLD") || isCount(step.from);
            if (!right || !whole || single && (i > 0 || step.from.compareTo(BigDecimal.ONE) != 0)) {
                throw new Refusal("rule.steps", i + 1).at("steps");
            }
        }
        return steps;
    }

    /** @throws Refusal {@code rule.charges} with the line's number, {@code rule.steps.missing} */
    public static List<Step> ofCharge(String typed) {
        List<Step> steps = read(typed, BigDecimal.ZERO, "rule.charges", "charges");
        List<Step> charged = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            String how =
                    switch (step.how) {
                        case "" -> "FIXED";
                        case "*" -> "PER_PIECE";
                        case "PERCENT" -> "PERCENT";
                        default -> throw new Refusal("rule.charges", i + 1).at("charges");
                    };
            charged.add(new Step(step.from, how, step.value));
        }
        return charged;
    }

    private static boolean isCount(BigDecimal value) {
        return value.signum() > 0 && value.stripTrailingZeros().scale() <= 0;
    }

    private static List<Step> read(String typed, BigDecimal first, String wrong, String field) {
        List<Step> steps = new ArrayList<>();
        Set<BigDecimal> seen = new HashSet<>();
        List<String> lines = typed.lines().filter(l -> !l.isBlank()).toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher line = LINE.matcher(lines.get(i));
            Step step = line.matches() ? step(line, first) : null;
            if (step == null || !seen.add(step.from.stripTrailingZeros())) {
                throw wrong.equals("rule.steps")
                        ? new Refusal("rule.steps", i + 1).at(field)
                        : new Refusal("rule.charges", i + 1).at(field);
            }
            steps.add(step);
        }
        if (steps.isEmpty()) {
            throw new Refusal("rule.steps.missing").at(field);
        }
        return steps;
    }

    private static @Nullable Step step(Matcher line, BigDecimal first) {
        String begins = line.group(1);
        BigDecimal from = begins == null ? first : TypedRule.number(begins).orElse(null);
        BigDecimal value = TypedRule.number(line.group(3)).orElse(null);
        boolean percent = !line.group(4).isEmpty();
        String sign = line.group(2);
        if (from == null || value == null || percent && (!sign.isEmpty() || value.compareTo(HUNDRED) > 0)) {
            return null;
        }
        String how =
                switch (sign) {
                    case "free" -> CHEAPEST;
                    case "-" -> "AMOUNT";
                    case "=" -> "PRICE";
                    default -> percent ? "PERCENT" : sign;
                };
        return new Step(from, how, value);
    }

    /** As they would be typed. */
    public static String textOfDiscount(List<Step> steps) {
        return text(steps, BigDecimal.ONE);
    }

    /** As they would be typed. */
    public static String textOfCharge(List<Step> steps) {
        return text(steps, BigDecimal.ZERO);
    }

    private static String text(List<Step> steps, BigDecimal first) {
        boolean single = steps.size() == 1;
        return steps.stream()
                .map(s -> (single && s.from.compareTo(first) == 0 ? "" : plain(s.from) + ": ") + shown(s))
                .collect(joining("\n"));
    }

    private static String shown(Step step) {
        String value = plain(step.value);
        return switch (step.how) {
            case "PERCENT" -> value + " %";
            case "AMOUNT" -> "-" + value;
            case "PRICE" -> "=" + value;
            case CHEAPEST -> "free " + value;
            case "PER_PIECE" -> "*" + value;
            default -> value;
        };
    }

    private static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return (stripped.scale() == 1 ? stripped.setScale(2) : stripped).toPlainString();
    }
}
