package org.ringdesk.payments;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ringdesk.orders.OrderInHand;
import org.ringdesk.orders.OrderNumber;
import org.ringdesk.orders.OrderPlacing;
import org.ringdesk.orders.OrderProblem;
import org.ringdesk.orders.OrderStatus;
import org.ringdesk.payments.domain.Payment;
import org.ringdesk.payments.domain.Submission;
import org.ringdesk.payments.gateway.Answer;
import org.ringdesk.payments.gateway.Charge;
import org.ringdesk.payments.store.Payments;
import org.ringdesk.shared.Money;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;

/**
 * The steps between which the gateway is asked, each in a transaction of its own and each harmless when it is taken again:
 * begin (the intent is kept), answered, settle (the order is placed or says why not). Locks are taken in one order: the order,
 * its payments, the customer.
 */
@Stateless
@RolesAllowed({Role.AGENT, Role.SYSTEM})
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Submitting {
    @Inject
    private Payments payments;

    @Inject
    private OrderPlacing orders;

    @Inject
    private AccountCredit credit;

    @Inject
    private DueMoney due;

    @Inject
    private Clock clock;

    @Resource
    private SessionContext context;

    /**
     * A payment by card for which the gateway is to be asked.
     *
     * @param reference the gateway's own name of what it authorized; empty while nobody knows
     */
    public record Ask(long payment, OrderNumber order, PaymentStatus status, Charge charge, String reference) {
        Ask(Payment payment, OrderNumber order) {
            this(payment.id(), order, payment.status(), payment.charge(), payment.gatewayReference());
        }
    }

    /** Submits the order unless this key has done so before. @return what the gateway must be asked now */
    public List<Ask> begin(OrderNumber number, long version, UUID key) {
        OrderInHand order = orders.open(number);
        Submission before = payments.submission(key);
        if (before == null) {
            orders.submit(number, version);
            payments.add(
                    new Submission(key, order.id(), context.getCallerPrincipal().getName(), clock.instant()));
            credit(order);
        } else if (before.orderId() != order.id()) {
            throw new Refusal("order.submit.key");
        }
        Instant now = clock.instant();
        List<Payment> all = payments.lockedOf(order.id());
        if (before == null) {
            due.lowerTo(all, order.view().total());
            all.stream().filter(p -> p.status() == PaymentStatus.NOT_SUBMITTED).forEach(p -> start(p, now));
        }
        payments.flush();
        List<Payment> asked = all.stream()
                .filter(p -> p.status() == PaymentStatus.AUTHORIZING)
                .toList();
        if (asked.isEmpty()) {
            settle(number);
        }
        return asked.stream().map(p -> new Ask(p, number)).toList();
    }

    private void credit(OrderInHand order) {
        if (payments.of(order.id()).stream()
                .anyMatch(p -> p.method() == PaymentMethod.ACCOUNT && p.status() == PaymentStatus.NOT_SUBMITTED)) {
            credit.mustCover(order);
        }
    }

    private void start(Payment payment, Instant now) {
        if (payment.method() == PaymentMethod.CARD) {
            payment.authorizing(now);
        } else {
            payments.enter(payment.post(now));
        }
    }

    public void answered(long paymentId, Answer answer) {
        Payment payment = payments.locked(paymentId);
        if (payment != null) {
            payments.enter(payment.answered(answer, clock.instant()));
        }
    }

    public void givenBack(long paymentId, Answer answer) {
        Payment payment = payments.locked(paymentId);
        if (payment != null) {
            payments.enter(payment.givenBack(answer, clock.instant()));
        }
    }

    /** Takes a payment for the reconciler, so that nobody else looks at it for a while. */
    @RolesAllowed(Role.SYSTEM)
    public Optional<Ask> claim(long paymentId) {
        Payment payment = payments.locked(paymentId);
        return payment != null && payment.claim(clock.instant())
                ? Optional.of(new Ask(payment, orders.numberOf(payment.orderId())))
                : Optional.empty();
    }

    @RolesAllowed(Role.SYSTEM)
    public List<Long> due(int limit) {
        return payments.due(clock.instant(), limit);
    }

    /** Places a submitted order whose payments are certain, or says what is wrong with it. */
    public void settle(OrderNumber number) {
        OrderInHand order = orders.open(number);
        List<Payment> all = payments.lockedOf(order.id());
        if (order.view().status() == OrderStatus.SUBMITTED) {
            settle(order, all);
        }
        all.forEach(Payment::settled);
    }

    private void settle(OrderInHand order, List<Payment> all) {
        OrderNumber number = order.view().number();
        if (has(all, PaymentStatus.UNKNOWN)) {
            stop(order, OrderProblem.PAYMENT_UNKNOWN);
        } else if (!has(all, PaymentStatus.AUTHORIZING)) {
            if (isSecured(order, all)) {
                orders.place(number);
            } else {
                stop(
                        order,
                        has(all, PaymentStatus.DECLINED)
                                ? OrderProblem.PAYMENT_DECLINED
                                : OrderProblem.PAYMENT_UNREACHABLE);
            }
        }
    }

    private void stop(OrderInHand order, OrderProblem why) {
        if (!why.key().equals(order.view().problem())) {
            orders.stop(order.view().number(), why);
        }
    }

    private static boolean isSecured(OrderInHand order, List<Payment> all) {
        return all.stream()
                .filter(p -> p.status().secures())
                .map(Payment::amount)
                .reduce(Money.zero(order.view().total().currency()), Money::plus)
                .equals(order.view().total());
    }

    private static boolean has(List<Payment> all, PaymentStatus status) {
        return all.stream().anyMatch(p -> p.status() == status);
    }
}
