package org.ringdesk.shared;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps card numbers out. A card number is 12 to 19 digits with a right Luhn digit, whatever spaces or signs stand between
 * them; followed by an expiry date or security code it is found by the digit with which card numbers begin.
 */
public final class CardNumbers {
    /** Digits of any script, with up to three separators between them. */
    private static final Pattern RUN = Pattern.compile("\\p{Nd}(?:[\\p{Z}\\p{P}\\s]{0,3}\\p{Nd}){11,}");

    private static final int SHORTEST = 12;
    private static final int LONGEST = 19;

    private CardNumbers() {}

    /** @throws Refusal {@code payment.card.number}, which does not say the text */
    public static void keepOut(@Nullable String... texts) {
        for (String text : texts) {
            if (text != null && isIn(text)) {
                throw new Refusal("payment.card.number");
            }
        }
    }

    public static boolean isIn(String text) {
        Matcher runs = RUN.matcher(text);
        while (runs.find()) {
            String digits = digits(runs.group());
            if (digits.length() <= LONGEST && luhn(digits) || beginsWithCard(digits)) {
                return true;
            }
        }
        return false;
    }

    private static boolean beginsWithCard(String digits) {
        if ("23456".indexOf(digits.charAt(0)) < 0) {
            return false;
        }
        for (int length = SHORTEST + 1; length <= Math.min(LONGEST, digits.length()); length++) {
            if (luhn(digits.substring(0, length))) {
                return true;
            }
        }
        return false;
    }

    private static String digits(String run) {
        StringBuilder digits = new StringBuilder();
        run.codePoints()
                .filter(Character::isDigit)
                .map(c -> Character.digit(c, 10))
                .forEach(digits::append);
        return digits.toString();
    }

    private static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit : digit * 2;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }
}
