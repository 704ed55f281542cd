package org.ringdesk.mail.domain;

import java.math.BigDecimal;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.ResourceBundle;
import org.ringdesk.shared.Money;

/** How a letter says things: the words of a language, amounts and days as they are written in a country. */
final class Tongue {
    private static final String BUNDLE = "org.ringdesk.mail.letters";

    private final Locale locale;
    private final ZoneId zone;
    private final ResourceBundle words;

    Tongue(String language, String country, ZoneId zone) {
        this.locale =
                new Locale.Builder().setLanguage(language).setRegion(country).build();
        this.zone = zone;
        this.words = ResourceBundle.getBundle(
                BUNDLE,
                locale,
                Tongue.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    String language() {
        return locale.getLanguage();
    }

    String say(String key, Object... arguments) {
        return new MessageFormat(words.getString(key), locale).format(arguments);
    }

    String money(Money money) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(money.currency());
        int digits = money.currency().getDefaultFractionDigits();
        format.setMinimumFractionDigits(digits);
        // a single piece's price may be finer than a cent
        format.setMaximumFractionDigits(Math.max(digits, 4));
        return format.format(money.amount().stripTrailingZeros());
    }

    String percent(BigDecimal percent) {
        return NumberFormat.getNumberInstance(locale).format(percent.stripTrailingZeros());
    }

    String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(day);
    }

    String day(Instant at) {
        return day(LocalDate.ofInstant(at, zone));
    }
}
