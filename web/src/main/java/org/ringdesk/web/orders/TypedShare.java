package org.ringdesk.web.orders;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringdesk.payments.Share;
import org.ringdesk.shared.Money;
import org.ringdesk.web.page.Amounts;

/** How much is to be paid, as it is typed: an amount, or a share such as 50%. */
public record TypedShare(BigDecimal value, boolean percent) implements Serializable {
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}(?:[.,]\\d{1,3})?)\\s*%");

    static TypedShare of(Money amount) {
        return new TypedShare(amount.amount(), false);
    }

    /** Empty for anything else. */
    public static Optional<TypedShare> read(String typed) {
        Matcher share = PERCENT.matcher(typed.strip());
        return share.matches()
                ? Optional.of(new TypedShare(new BigDecimal(share.group(1).replace(',', '.')), true))
                : Amounts.read(typed).map(amount -> new TypedShare(amount, false));
    }

    Share of(Currency currency) {
        return percent ? new Share.Percent(value) : new Share.Fixed(new Money(value, currency));
    }
}
