package org.ringdesk.payments;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.ringdesk.shared.Money;

/**
 * A payment on an order.
 *
 * @param captured how much of it invoices were paid with
 * @param refunded how much of that was given back
 * @param detail what people recognise it by: brand and last four digits, check number; never a token
 */
public record PaymentView(
        long id,
        PaymentMethod method,
        Money amount,
        Money captured,
        Money refunded,
        PaymentStatus status,
        @Nullable String detail)
        implements Serializable {

    public Money refundable() {
        return captured.minus(refunded);
    }
}
