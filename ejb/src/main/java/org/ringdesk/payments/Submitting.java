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
import org.ringdesk.administration.TenderRule;
import org.ringdesk.administration.TenderRules;
import org.ringdesk.orders.HoldCode;
import org.ringdesk.orders.OrderInHand;
import org.ringdesk.orders.OrderNumber;
import org.ringdesk.orders.OrderPlacing;
import org.ringdesk.orders.OrderProblem;
import org.ringdesk.orders.OrderStatus;
import org.ringdesk.payments.domain.Payment;
import org.ringdesk.payments.domain.Shares;
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
 * its payments, the customer, gift cards.
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
    private GiftCardLedger ledger;

    @Inject
    private TenderRules rules;

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
            Shares.follow(payments.lockedOf(order.id()), order.view().due());
            payments.flush();
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
            if (order.view().changing()) {
                due.lowerTo(all, order.view().total());
            }
            start(order, all, now);
        }
        List<Ask> asked = asked(number, all);
        if (asked.isEmpty()) {
            settle(number);
        }
        return asked;
    }

    /** What was paid for an order that is placed and held is booked, or asked for. @return what the gateway must be asked now */
    @RolesAllowed(Role.AGENT)
    public List<Ask> collect(OrderNumber number) {
        OrderInHand order = orders.open(number);
        if (order.view().status() != OrderStatus.ON_HOLD || order.view().placedAt() == null) {
            return List.of();
        }
        credit(order);
        List<Payment> all = payments.lockedOf(order.id());
        Shares.follow(all, order.view().due());
        start(order, all, clock.instant());
        hold(order, all);
        return asked(number, all);
    }

    private static List<Ask> asked(OrderNumber number, List<Payment> all) {
        return all.stream()
                .filter(p -> p.status() == PaymentStatus.AUTHORIZING)
                .map(p -> new Ask(p, number))
                .toList();
    }

    private void credit(OrderInHand order) {
        if (payments.of(order.id()).stream()
                .anyMatch(p -> p.method() == PaymentMethod.ACCOUNT && p.status() == PaymentStatus.NOT_SUBMITTED)) {
            credit.mustCover(order);
        }
    }

    private void start(OrderInHand order, List<Payment> all, Instant now) {
        all.stream().filter(p -> p.status() == PaymentStatus.NOT_SUBMITTED).forEach(p -> start(order, p, now));
        payments.flush();
    }

    private void start(OrderInHand order, Payment payment, Instant now) {
        if (payment.amount().isZero()) {
            payments.enter(payment.takeBack(now));
            return;
        }
        switch (payment.method()) {
            case CARD -> payment.authorizing(now);
            case CHECK, ACCOUNT -> payments.enter(payment.post(now));
            case GIFT_CARD -> ledger.book(payment, context.getCallerPrincipal().getName(), () -> payment.post(now));
            case PREPAYMENT ->
                payments.enter(payment.expect(now.plus(rule(order).prepaymentTime()), now));
        }
    }

    private TenderRule rule(OrderInHand order) {
        return rules.of(order.view().channel().code());
    }

    /** What is not money yet keeps a placed order from being sent. */
    private void hold(OrderInHand order, List<Payment> all) {
        OrderNumber number = order.view().number();
        TenderRule rule = rule(order);
        Instant until = clock.instant().plus(rule.checkHold());
        List<Payment> checks = all.stream()
                .filter(p -> p.isUnwaited() && rule.checkHoldDays() > 0 && rule.holds(p.amount()))
                .toList();
        if (!checks.isEmpty()) {
            checks.forEach(p -> p.waitUntil(until));
            orders.hold(number, HoldCode.CHECK, null, until);
        }
        if (has(all, PaymentStatus.EXPECTED)) {
            orders.hold(number, HoldCode.PREPAYMENT, null, null);
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
        } else if (order.view().status() == OrderStatus.ON_HOLD && isCertain(order, all)) {
            orders.release(number, HoldCode.PREPAYMENT, null);
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
                hold(order, all);
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

    private boolean isSecured(OrderInHand order, List<Payment> all) {
        Money total = order.view().total();
        return Shares.coverage(all, total, PaymentStatus::places, rule(order)).covers(total);
    }

    private boolean isCertain(OrderInHand order, List<Payment> all) {
        Money due = order.view().due();
        return order.view().placedAt() != null
                && Shares.coverage(all, due, PaymentStatus::secures, rule(order))
                        .covers(due);
    }

    private static boolean has(List<Payment> all, PaymentStatus status) {
        return all.stream().anyMatch(p -> p.status() == status);
    }
}
