package org.ringdesk.payments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Predicate;
import org.ringdesk.administration.ChannelCode;
import org.ringdesk.administration.TenderRules;
import org.ringdesk.orders.Coverage;
import org.ringdesk.orders.Settlement;
import org.ringdesk.payments.domain.Shares;
import org.ringdesk.payments.store.Payments;
import org.ringdesk.shared.Money;

/** Tells orders how they are paid. */
@ApplicationScoped
class RecordedPayments implements Settlement {
    @Inject
    private Payments payments;

    @Inject
    private TenderRules rules;

    @Override
    public Coverage recorded(long orderId, ChannelCode channel, Money due) {
        return coverage(orderId, channel, due, PaymentStatus::covers);
    }

    @Override
    public Coverage secured(long orderId, ChannelCode channel, Money due) {
        return coverage(orderId, channel, due, PaymentStatus::places);
    }

    @Override
    public Coverage certain(long orderId, ChannelCode channel, Money due) {
        return coverage(orderId, channel, due, PaymentStatus::secures);
    }

    private Coverage coverage(long orderId, ChannelCode channel, Money due, Predicate<PaymentStatus> counting) {
        return Shares.coverage(payments.of(orderId), due, counting, rules.of(channel));
    }
}
