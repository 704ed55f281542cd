package org.ringdesk.mail.domain;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Text on its way into a mail's headers, which a line break would add to. */
public final class MailText {
    public static final int LONGEST_ADDRESS = 120;
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029]+");
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[\\p{L}\\p{N}](?:[\\p{L}\\p{N}.-]*[\\p{L}\\p{N}])?");

    private MailText() {}

    /** In one line. */
    public static String oneLine(String text) {
        return BREAKS.matcher(text).replaceAll(" ").strip();
    }

    public static boolean isOneLine(String text) {
        return !BREAKS.matcher(text).find();
    }

    /** One plain address, without a name and nothing behind it. */
    public static boolean isAddress(@Nullable String text) {
        return text != null
                && text.length() <= LONGEST_ADDRESS
                && ADDRESS.matcher(text).matches();
    }

    /** As people may see it who need not know it: {@code a***@example.com}. */
    public static String masked(@Nullable String address) {
        int at = address == null ? -1 : address.lastIndexOf('@');
        return address == null || at < 1 ? "" : address.charAt(0) + "***" + address.substring(at);
    }
}
