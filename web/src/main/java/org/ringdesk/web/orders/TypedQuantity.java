package org.ringdesk.web.orders;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number, and the unit behind it if there is one: {@code 3}, {@code 3 box}.
 *
 * @param number 0, which no quantity can be, for what is not read; the service refuses it in its own words
 * @param unit as it was typed, or null
 */
record TypedQuantity(int number, @Nullable String unit) {
    private static final Pattern TYPED = Pattern.compile("(\\d{1,9})(?:\\s*(\\p{L}\\S*))?");

    static TypedQuantity of(@Nullable String text) {
        Matcher typed = TYPED.matcher(text == null ? "" : text.strip());
        return typed.matches()
                ? new TypedQuantity(Integer.parseInt(typed.group(1)), typed.group(2))
                : new TypedQuantity(0, null);
    }
}
