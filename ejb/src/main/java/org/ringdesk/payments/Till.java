package org.ringdesk.payments;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ringdesk.orders.OrderEventKind;
import org.ringdesk.orders.OrderInHand;
import org.ringdesk.orders.OrderNumber;
import org.ringdesk.orders.OrderPlacing;
import org.ringdesk.payments.domain.Payment;
import org.ringdesk.payments.domain.Tender;
import org.ringdesk.payments.store.Payments;
import org.ringdesk.shared.Money;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;

/** Takes payments down and takes them back while the order can be edited, each in one transaction. */
@Stateless
@RolesAllowed(Role.AGENT)
public class Till {
    @Inject
    private Payments payments;

    @Inject
    private OrderPlacing orders;

    @Inject
    private AccountCredit credit;

    @Inject
    private WorkBook work;

    @Inject
    private Clock clock;

    @Resource
    private SessionContext context;

    public Recap recap(OrderNumber number) {
        return recap(orders.look(number));
    }

    public Recap record(OrderNumber number, Tender tender, Money amount) {
        OrderInHand order = orders.openToEdit(number);
        if (!order.view().channel().paymentMethods().contains(tender.method().name())) {
            throw new Refusal("payment.method.denied", order.view().channel().name());
        }
        List<Payment> before = payments.lockedOf(order.id());
        mustFit(amount, Recap.of(order.view(), before).balance());
        Payment payment = new Payment(
                order.id(),
                before.size() + 1,
                tender,
                amount.rounded(),
                context.getCallerPrincipal().getName(),
                clock.instant());
        payments.add(payment);
        if (tender.method() == PaymentMethod.ACCOUNT) {
            credit.mustCover(order);
        }
        return recap(orders.note(number, OrderEventKind.PAYMENT_ADDED, payment.label(), null, amount.toString()));
    }

    /** @return what the gateway must now give back, if anything */
    public Optional<Submitting.Ask> takeBack(OrderNumber number, long paymentId) {
        OrderInHand order = orders.open(number);
        Payment payment = payments.lockedOf(order.id()).stream()
                .filter(p -> p.id() == paymentId)
                .findFirst()
                .orElseThrow(() -> new Refusal("payment.unknown"));
        if (!payment.isTakenBack()) {
            payments.enter(payment.takeBack(clock.instant()));
            orders.note(
                    number,
                    OrderEventKind.PAYMENT_REMOVED,
                    payment.label(),
                    payment.amount().toString(),
                    null);
        }
        return payment.status() == PaymentStatus.VOIDING
                ? Optional.of(new Submitting.Ask(payment, number))
                : Optional.empty();
    }

    /**
     * Somebody has to look after an order that is wanted on account beyond the customer's credit; other refusals need nobody.
     *
     * @param wanted or null for what is taken down on account already
     * @return the refusal
     */
    public Refusal told(OrderNumber number, @Nullable Money wanted, Refusal refusal) {
        if (refusal.key().equals("payment.account.limit")) {
            OrderInHand order = orders.open(number);
            Money asked = wanted == null
                    ? payments.of(order.id()).stream()
                            .filter(p -> p.method() == PaymentMethod.ACCOUNT
                                    && p.status().covers())
                            .map(Payment::amount)
                            .reduce(Money.zero(order.view().total().currency()), Money::plus)
                    : wanted;
            work.beyondCredit(
                    number,
                    asked,
                    (Money) refusal.arguments().get(0),
                    context.getCallerPrincipal().getName());
        }
        return refusal;
    }

    private Recap recap(OrderInHand order) {
        return Recap.of(order.view(), payments.of(order.id()));
    }

    private static void mustFit(Money amount, Money balance) {
        if (!amount.currency().equals(balance.currency())) {
            throw new Refusal("payment.currency", balance.currency().getCurrencyCode());
        }
        if (!amount.isPositive() || !amount.rounded().equals(amount) || amount.compareTo(balance) > 0) {
            throw new Refusal("payment.amount.range", balance);
        }
    }
}
