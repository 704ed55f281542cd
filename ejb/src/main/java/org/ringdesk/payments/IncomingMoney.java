package org.ringdesk.payments;

import jakarta.annotation.Resource;
import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringdesk.orders.HoldCode;
import org.ringdesk.orders.OrderEventKind;
import org.ringdesk.orders.OrderInHand;
import org.ringdesk.orders.OrderNumber;
import org.ringdesk.orders.OrderPlacing;
import org.ringdesk.orders.Settlement;
import org.ringdesk.payments.domain.Payment;
import org.ringdesk.payments.store.Payments;
import org.ringdesk.shared.CardNumbers;
import org.ringdesk.shared.Money;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;

/**
 * What the bank says: a transfer that was waited for came, a check came back. Told by agents with the right to clear holds, and by the
 * systems that invoice; told again it changes nothing.
 */
@Stateless
@DeclareRoles(Role.HOLDS)
@RolesAllowed({Role.AGENT, Role.FULFILMENT})
public class IncomingMoney {
    private static final int REASON = 40;
    private static final BigDecimal MOST = new BigDecimal("999999999.99");

    @Inject
    private Payments payments;

    @Inject
    private OrderPlacing orders;

    @Inject
    private Settlement settlement;

    @Inject
    private Clock clock;

    @Resource
    private SessionContext context;

    public boolean mayTell() {
        return context.isCallerInRole(Role.HOLDS) || context.isCallerInRole(Role.FULFILMENT);
    }

    /**
     * A check came back. It pays nothing any more, and the order is held until it is paid otherwise; one that has left is not held.
     *
     * @throws Refusal {@code payment.told.denied}, {@code payment.unknown}, {@code payment.bounce.impossible} for what is no posted check,
     *     {@code payment.bounce.reason}, {@code payment.card.number}
     */
    public void bounced(OrderNumber number, long paymentId, @Nullable String reason) {
        String why = reason(reason);
        OrderInHand order = open(number);
        Payment payment = payment(order, paymentId);
        if (payment.method() == PaymentMethod.CHECK && payment.status() == PaymentStatus.DECLINED) {
            return;
        }
        Money amount = payment.amount();
        payments.enter(payment.bounce(why, clock.instant()));
        payments.flush();
        orders.happened(number, OrderEventKind.MONEY_REFUSED, payment.label(), amount.toString(), why);
        orders.hold(number, HoldCode.BOUNCED, why, null);
        orders.release(number, HoldCode.CHECK, why);
    }

    /**
     * The transfer came. When the order is then paid for it goes on; when less came it is held until the rest does.
     *
     * @param amount as it came, in the order's currency, also less or more than was expected
     * @throws Refusal {@code payment.told.denied}, {@code payment.unknown}, {@code payment.received.impossible} for what nobody waits
     *     for, {@code payment.received.amount} when not above zero or not in whole minor units
     */
    public void received(OrderNumber number, long paymentId, @Nullable BigDecimal amount) {
        OrderInHand order = open(number);
        Payment payment = payment(order, paymentId);
        Money due = order.view().due();
        if (amount == null
                || amount.signum() <= 0
                || amount.compareTo(MOST) > 0
                || amount.stripTrailingZeros().scale() > due.currency().getDefaultFractionDigits()) {
            throw new Refusal("payment.received.amount");
        }
        Money came = Money.of(amount, due.currency());
        if (payment.isReceived(came)) {
            return;
        }
        payments.enter(payment.receive(came, clock.instant()));
        payments.flush();
        orders.happened(number, OrderEventKind.MONEY_TAKEN, payment.label(), came.toString(), null);
        if (settlement.certain(order.id(), order.view().channel().code(), due).covers(due)) {
            orders.release(number, HoldCode.PREPAYMENT, null);
        }
    }

    /** What was to be here by now and is not, the longest overdue first, at most 200. */
    public List<LatePayment> late() {
        mustTell();
        return payments.late(clock.instant(), 200);
    }

    private OrderInHand open(OrderNumber number) {
        mustTell();
        return orders.open(number);
    }

    private void mustTell() {
        if (!mayTell()) {
            throw new Refusal("payment.told.denied");
        }
    }

    private Payment payment(OrderInHand order, long id) {
        return payments.lockedOf(order.id()).stream()
                .filter(p -> p.id() == id)
                .findFirst()
                .orElseThrow(() -> new Refusal("payment.unknown"));
    }

    private static String reason(@Nullable String typed) {
        CardNumbers.keepOut(typed);
        if (typed == null || typed.isBlank() || typed.strip().length() > REASON) {
            throw new Refusal("payment.bounce.reason", REASON);
        }
        return typed.strip();
    }
}
