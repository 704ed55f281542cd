package org.ringdesk.pricing.domain;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ringdesk.pricing.RuleField;
import org.ringdesk.pricing.RuleSheet;
import org.ringdesk.shared.Refusal;

/** What an admin typed, read field by field. Whatever is wrong is refused at its field. */
public final class TypedRule {
    private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9-]{1,19}");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,12}(\\.\\d{1,4})?");

    private static final BigDecimal MOST_PRICE = new BigDecimal("9999999.99");

    private final Map<String, String> values;

    private TypedRule(Map<String, String> values) {
        this.values = values;
    }

    /** What is fixed stays as it was before, unless the rule is new. */
    public static TypedRule of(RuleSheet typed, RuleSheet before) {
        Map<String, String> values = new HashMap<>();
        for (RuleField field : typed.kind().fields()) {
            boolean kept = field.type() == RuleField.Type.SHOWN
                    || field.fixed() && !typed.key().isEmpty();
            values.put(field.name(), (kept ? before : typed).value(field.name()).strip());
        }
        return new TypedRule(values);
    }

    public String raw(String field) {
        return values.getOrDefault(field, "");
    }

    /** @throws Refusal {@code rule.text} */
    public String text(String field, int most) {
        String text = raw(field);
        if (text.isEmpty() || text.length() > most) {
            throw new Refusal("rule.text", most).at(field);
        }
        return text;
    }

    /** Capitals, digits and hyphens. @throws Refusal {@code rule.code} */
    public String code(String field, int most) {
        String code = raw(field).toUpperCase(Locale.ROOT);
        if (!CODE.matcher(code).matches() || code.length() > most) {
            throw new Refusal("rule.code", most).at(field);
        }
        return code;
    }

    /** @throws Refusal {@code rule.choice} */
    public String choice(String field, Collection<String> choices) {
        String chosen = raw(field);
        if (!choices.contains(chosen)) {
            throw new Refusal("rule.choice").at(field);
        }
        return chosen;
    }

    public boolean flag(String field) {
        return Boolean.parseBoolean(raw(field));
    }

    /** @param decimals at most so many. @throws Refusal {@code rule.number} */
    public BigDecimal decimal(String field, String least, String most, int decimals) {
        return decimalOrNull(field, least, most, decimals)
                .orElseThrow(() -> new Refusal("rule.number", least, most, decimals).at(field));
    }

    /** Empty where nothing is typed. @throws Refusal {@code rule.number} */
    public Optional<BigDecimal> decimalOrNull(String field, String least, String most, int decimals) {
        if (raw(field).isEmpty()) {
            return Optional.empty();
        }
        Optional<BigDecimal> number = number(raw(field))
                .filter(n -> n.compareTo(new BigDecimal(least)) >= 0 && n.compareTo(new BigDecimal(most)) <= 0)
                .filter(n -> n.stripTrailingZeros().scale() <= decimals);
        if (number.isEmpty()) {
            throw new Refusal("rule.number", least, most, decimals).at(field);
        }
        return number;
    }

    public int whole(String field, int least, int most) {
        return decimal(field, Integer.toString(least), Integer.toString(most), 0)
                .intValueExact();
    }

    public @Nullable Integer wholeOrNull(String field, int least, int most) {
        return decimalOrNull(field, Integer.toString(least), Integer.toString(most), 0)
                .map(BigDecimal::intValueExact)
                .orElse(null);
    }

    /** What is typed on several lines, without empty ones. */
    public List<String> lines(String field) {
        return raw(field).lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    }

    /** An amount of money; empty for anything else. */
    public static Optional<BigDecimal> price(String typed) {
        return number(typed).filter(n -> n.signum() >= 0 && n.compareTo(MOST_PRICE) <= 0);
    }

    /** A number in either language's way; empty for anything else. */
    static Optional<BigDecimal> number(String typed) {
        String text = typed.strip().replace(',', '.');
        return DECIMAL.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    /** The fields {@code from} and {@code to}. @throws Refusal {@code rule.day}, {@code rule.period} */
    public Period period() {
        LocalDate from = day("from");
        LocalDate to = day("to");
        if (from != null && to != null && to.isBefore(from)) {
            throw new Refusal("rule.period").at("to");
        }
        return new Period(from, to);
    }

    private @Nullable LocalDate day(String field) {
        String text = raw(field);
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            // whatever it is, it is no day
            throw new Refusal("rule.day").at(field);
        }
    }
}
