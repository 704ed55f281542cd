package org.ringdesk.payments;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ringdesk.shared.Money;

/**
 * A payment on an order.
 *
 * @param percent of the total that it is, or null for a fixed amount
 * @param captured how much of it invoices were paid with
 * @param refunded how much of that was given back
 * @param detail what people recognise it by: brand and last four digits, check number, what to write on a transfer; never a token
 * @param expectedBy when a transfer should be here, or null
 */
public record PaymentView(
        long id,
        PaymentMethod method,
        Money amount,
        @Nullable BigDecimal percent,
        Money captured,
        Money refunded,
        PaymentStatus status,
        @Nullable String detail,
        @Nullable Instant expectedBy)
        implements Serializable {

    /** A check that may still come back. */
    public boolean isBounceable() {
        return method == PaymentMethod.CHECK && status == PaymentStatus.POSTED;
    }

    public Money refundable() {
        return captured.minus(refunded);
    }
}
