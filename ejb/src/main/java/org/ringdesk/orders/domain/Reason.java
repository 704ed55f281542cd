package org.ringdesk.orders.domain;

import org.jspecify.annotations.Nullable;
import org.ringdesk.shared.CardNumbers;
import org.ringdesk.shared.Refusal;

/** What somebody gives as a reason, as typed. */
public final class Reason {
    private static final int LONGEST = 200;

    private Reason() {}

    /** @return null for nothing. @throws Refusal {@code order.reason.long}, {@code payment.card.number} */
    public static @Nullable String of(@Nullable String typed) {
        CardNumbers.keepOut(typed);
        if (typed == null || typed.isBlank()) {
            return null;
        }
        if (typed.strip().length() > LONGEST) {
            throw new Refusal("order.reason.long", LONGEST);
        }
        return typed.strip();
    }

    /** @throws Refusal {@code order.reason.missing}, {@code order.reason.long}, {@code payment.card.number} */
    public static String needed(@Nullable String typed) {
        String reason = of(typed);
        if (reason == null) {
            throw new Refusal("order.reason.missing");
        }
        return reason;
    }
}
