package org.ringdesk.payments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ringdesk.orders.OrderInvoiced;
import org.ringdesk.orders.OrderReduced;
import org.ringdesk.payments.domain.Payment;
import org.ringdesk.payments.store.MoneyMoves;
import org.ringdesk.payments.store.Payments;
import org.ringdesk.shared.Money;
import org.ringdesk.shared.Role;

/**
 * What an order's invoices and cancelled lines mean for its payments. Money is only wished for here, in the transaction of the cause;
 * the reconciler has it taken.
 */
@ApplicationScoped
class DueMoney {
    @Inject
    private Payments payments;

    @Inject
    private MoneyMoves moves;

    @Inject
    private WorkBook work;

    @Inject
    private GiftCardLedger ledger;

    @Inject
    private Clock clock;

    /** An invoice is paid by the first payments that have something left; what none of them covers waits in a work queue. */
    void onInvoice(@Observes OrderInvoiced invoiced) {
        Money left = invoiced.amount();
        for (Payment payment : payments.lockedOf(invoiced.order())) {
            Money taken = left.min(payment.untaken());
            if (taken.isPositive()) {
                payment.take(taken, invoiced.invoice(), clock.instant()).ifPresent(moves::add);
                left = left.minus(taken);
            }
        }
        work.refresh(invoiced.order());
    }

    void onReduced(@Observes OrderReduced reduced) {
        lowerTo(payments.lockedOf(reduced.order()), reduced.due());
        work.refresh(reduced.order());
    }

    /** What is promised beyond what is due is given up, of the last payment first; what was taken stays. */
    void lowerTo(List<Payment> all, Money due) {
        Money excess = all.stream()
                .filter(p -> p.status().covers())
                .map(Payment::amount)
                .reduce(Money.zero(due.currency()), Money::plus)
                .minus(due);
        List<Payment> lastFirst = new ArrayList<>(all);
        Collections.reverse(lastFirst);
        for (Payment payment : lastFirst) {
            Money given = payment.lowerable(excess);
            if (given.isPositive()) {
                ledger.book(payment, Role.SYSTEM, () -> payment.lower(given, clock.instant()));
                excess = excess.minus(given);
            }
        }
    }
}
