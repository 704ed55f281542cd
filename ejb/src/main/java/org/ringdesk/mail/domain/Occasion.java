package org.ringdesk.mail.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringdesk.mail.MailKind;
import org.ringdesk.orders.OrderView;
import org.ringdesk.orders.ShipmentView;
import org.ringdesk.payments.PaymentView;
import org.ringdesk.shared.Money;

/**
 * What is to be written about.
 *
 * @param parcel that left, for {@link MailKind#SHIPPED}
 * @param refund what was given back and by which payment, for {@link MailKind#REFUNDED}
 */
public record Occasion(
        MailKind kind,
        OrderView order,
        List<PaymentView> payments,
        @Nullable ShipmentView parcel,
        @Nullable Refund refund) {

    /** @param paidBy what people recognise the payment by, or empty */
    public record Refund(Money amount, String paidBy) {}
}
