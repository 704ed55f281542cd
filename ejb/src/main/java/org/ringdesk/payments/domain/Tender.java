package org.ringdesk.payments.domain;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ringdesk.payments.PaymentMethod;
import org.ringdesk.shared.CardNumbers;
import org.ringdesk.shared.Refusal;

/**
 * How somebody pays, read and found harmless: no card number in any of its texts.
 *
 * @param token of a card, with brand and last four digits; only for CARD
 * @param checkNumber only for CHECK
 * @param giftCard its id, with its last four signs; only for GIFT_CARD
 */
public record Tender(
        PaymentMethod method,
        @Nullable String token,
        @Nullable String brand,
        @Nullable String lastFour,
        @Nullable String checkNumber,
        @Nullable Long giftCard) {
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_.:-]{4,80}");
    private static final Pattern BRAND = Pattern.compile("[\\p{L}\\p{N} .-]{1,20}");
    private static final Pattern LAST_FOUR = Pattern.compile("[0-9]{4}");
    private static final Pattern CHECK_NUMBER = Pattern.compile("[A-Za-z0-9 /.-]{1,30}");

    /** What can be a token, without the blanks around it. @throws Refusal {@code payment.card.number}, {@code payment.token.invalid} */
    public static String token(String text) {
        CardNumbers.keepOut(text);
        if (!TOKEN.matcher(text.strip()).matches()) {
            throw new Refusal("payment.token.invalid");
        }
        return text.strip();
    }

    /** @throws Refusal {@code payment.card.number}, {@code payment.token.invalid}, {@code payment.card.invalid} */
    public static Tender card(String token, String brand, String lastFour) {
        CardNumbers.keepOut(brand, lastFour);
        String read = token(token);
        if (!BRAND.matcher(brand.strip()).matches()
                || !LAST_FOUR.matcher(lastFour.strip()).matches()) {
            throw new Refusal("payment.card.invalid");
        }
        return new Tender(PaymentMethod.CARD, read, brand.strip(), lastFour.strip(), null, null);
    }

    /** @throws Refusal {@code payment.card.number}, {@code payment.check.missing}, {@code payment.check.invalid} */
    public static Tender check(@Nullable String number) {
        CardNumbers.keepOut(number);
        if (number == null || number.isBlank()) {
            throw new Refusal("payment.check.missing");
        }
        if (!CHECK_NUMBER.matcher(number.strip()).matches()) {
            throw new Refusal("payment.check.invalid");
        }
        return new Tender(PaymentMethod.CHECK, null, null, null, number.strip(), null);
    }

    public static Tender onAccount() {
        return new Tender(PaymentMethod.ACCOUNT, null, null, null, null, null);
    }

    public static Tender giftCard(GiftCard card) {
        return new Tender(PaymentMethod.GIFT_CARD, null, null, card.lastFour(), null, card.id());
    }

    public static Tender prepayment() {
        return new Tender(PaymentMethod.PREPAYMENT, null, null, null, null, null);
    }
}
