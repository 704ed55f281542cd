package org.ringdesk.payments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Currency;
import java.util.function.Predicate;
import org.ringdesk.orders.Settlement;
import org.ringdesk.payments.store.Payments;
import org.ringdesk.shared.Money;

/** Tells orders how they are paid. */
@ApplicationScoped
class RecordedPayments implements Settlement {
    @Inject
    private Payments payments;

    @Override
    public Money recorded(long orderId, Currency currency) {
        return sum(orderId, currency, PaymentStatus::covers);
    }

    @Override
    public Money secured(long orderId, Currency currency) {
        return sum(orderId, currency, PaymentStatus::secures);
    }

    private Money sum(long orderId, Currency currency, Predicate<PaymentStatus> which) {
        return payments.of(orderId).stream()
                .filter(p -> which.test(p.status()))
                .map(p -> p.amount())
                .reduce(Money.zero(currency), Money::plus);
    }
}
