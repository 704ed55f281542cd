package org.ringdesk.web.page;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.ringdesk.shared.Money;
import org.ringdesk.shared.Refusal;

/** A refusal in a reader's words: the text from the rooms' bundles, its amounts and times as the reader writes them. */
public final class RefusalTexts {
    private static final System.Logger LOG = System.getLogger(RefusalTexts.class.getName());
    static final String BUNDLE = "org.ringdesk.refusals";

    private RefusalTexts() {}

    public static String of(Refusal refusal, Locale locale, ZoneId zone) {
        return of(refusal.key(), refusal.arguments(), locale, zone);
    }

    /** The same of one that was kept. */
    public static String of(String key, List<?> arguments, Locale locale, ZoneId zone) {
        Object[] shown = arguments.stream()
                .map(argument -> shown(argument, locale, zone))
                .toArray();
        try {
            return new MessageFormat(Words.bundle(BUNDLE, locale).getString(key), locale).format(shown);
        } catch (MissingResourceException e) {
            LOG.log(System.Logger.Level.WARNING, "No text for refusal {0}", key);
            ResourceBundle words = Words.bundle(Words.BUNDLE, locale);
            return MessageFormat.format(words.getString("refused"), key);
        }
    }

    private static Object shown(Object argument, Locale locale, ZoneId zone) {
        if (argument instanceof Money money) {
            return Format.money(money, locale);
        }
        if (argument instanceof Instant at) {
            return DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM)
                    .withLocale(locale)
                    .withZone(zone)
                    .format(at);
        }
        if (argument instanceof LocalDate day) {
            return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                    .withLocale(locale)
                    .format(day);
        }
        return argument instanceof Number ? argument : argument.toString();
    }
}
