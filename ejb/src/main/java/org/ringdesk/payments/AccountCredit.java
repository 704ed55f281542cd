package org.ringdesk.payments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Currency;
import org.ringdesk.customers.Credit;
import org.ringdesk.customers.CustomerDesk;
import org.ringdesk.orders.OrderInHand;
import org.ringdesk.payments.domain.Payment;
import org.ringdesk.payments.store.Payments;
import org.ringdesk.shared.Money;
import org.ringdesk.shared.Refusal;

/** Whether a customer's credit covers what an order wants from it, with nobody else deciding on it meanwhile. */
@ApplicationScoped
class AccountCredit {
    @Inject
    private CustomerDesk customers;

    @Inject
    private Payments payments;

    /** @throws Refusal {@code payment.account.denied}, {@code payment.account.limit} with what is left */
    void mustCover(OrderInHand order) {
        Credit credit = customers.lockCredit(order.customerId());
        if (!credit.onAccount()) {
            throw new Refusal("payment.account.denied", order.view().customerName());
        }
        Currency currency = order.view().total().currency();
        Money wanted = payments.of(order.id()).stream()
                .filter(p -> p.method() == PaymentMethod.ACCOUNT && p.status() == PaymentStatus.NOT_SUBMITTED)
                .map(Payment::amount)
                .reduce(Money.zero(currency), Money::plus);
        Money left = Money.of(credit.limit(), currency).minus(payments.openOnAccount(order.customerId(), currency));
        if (wanted.compareTo(left) > 0) {
            throw new Refusal("payment.account.limit", left.isPositive() ? left : Money.zero(currency));
        }
    }
}
