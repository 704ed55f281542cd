package org.ringdesk.web.page;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Amounts as people type them: digits, and a comma or a point before one or two decimals in either language. */
public final class Amounts {
    private static final Pattern AMOUNT = Pattern.compile("-?\\d{1,12}([.,]\\d{1,2})?");

    private Amounts() {}

    /** Empty for anything else, groups of thousands too: it is not guessed at. */
    public static Optional<BigDecimal> read(String typed) {
        String text = typed.strip();
        return AMOUNT.matcher(text).matches() ? Optional.of(new BigDecimal(text.replace(',', '.'))) : Optional.empty();
    }
}
