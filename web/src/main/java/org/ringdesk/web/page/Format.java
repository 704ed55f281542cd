package org.ringdesk.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ringdesk.shared.Money;

/** Money and times for people: in the reader's locale and, where it is given, the channel's zone. */
@Named
@RequestScoped
public class Format {
    @Inject
    private Me me;

    @Inject
    private Clock clock;

    /** The day it is where the reader is. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), me.getZone());
    }

    public String money(@Nullable Money money) {
        return money == null ? "" : money(money, me.getLocale());
    }

    /** Without the currency, for columns that name it in their heading. */
    public String amount(@Nullable Money money) {
        if (money == null) {
            return "";
        }
        NumberFormat format = NumberFormat.getNumberInstance(me.getLocale());
        int digits = money.currency().getDefaultFractionDigits();
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(money.amount());
    }

    public String percent(BigDecimal value) {
        return NumberFormat.getNumberInstance(me.getLocale()).format(value.stripTrailingZeros());
    }

    public String day(@Nullable LocalDate day) {
        return day == null
                ? ""
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(me.getLocale())
                        .format(day);
    }

    public LocalDate dayOf(Instant at, ZoneId zone) {
        return LocalDate.ofInstant(at, zone);
    }

    public String time(@Nullable Instant at, @Nullable ZoneId zone) {
        return at == null ? "" : formatter(FormatStyle.MEDIUM, zone, false).format(at);
    }

    public String dateTime(@Nullable Instant at, @Nullable ZoneId zone) {
        return at == null ? "" : formatter(FormatStyle.SHORT, zone, true).format(at);
    }

    private DateTimeFormatter formatter(FormatStyle style, @Nullable ZoneId zone, boolean date) {
        DateTimeFormatter format = date
                ? DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, style)
                : DateTimeFormatter.ofLocalizedTime(style);
        return format.withLocale(me.getLocale()).withZone(zone == null ? me.getZone() : zone);
    }

    static String money(Money money, Locale locale) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(money.currency());
        int digits = money.currency().getDefaultFractionDigits();
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(money.amount());
    }
}
