package org.ringdesk.payments;

import jakarta.annotation.Resource;
import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ringdesk.orders.OrderEventKind;
import org.ringdesk.orders.OrderInHand;
import org.ringdesk.orders.OrderNumber;
import org.ringdesk.orders.OrderPlacing;
import org.ringdesk.payments.domain.MoneyMove;
import org.ringdesk.payments.domain.Payment;
import org.ringdesk.payments.store.MoneyMoves;
import org.ringdesk.payments.store.Payments;
import org.ringdesk.shared.CardNumbers;
import org.ringdesk.shared.Money;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;

/** Gives money back that was taken, the way it came, by agents who have the right to. */
@Stateless
@DeclareRoles(Role.REFUNDS)
@RolesAllowed(Role.AGENT)
public class Refunds {
    private static final int REASON = 40;

    @Inject
    private Payments payments;

    @Inject
    private MoneyMoves moves;

    @Inject
    private OrderPlacing orders;

    @Inject
    private Clock clock;

    @Resource
    private SessionContext context;

    public boolean mayRefund() {
        return context.isCallerInRole(Role.REFUNDS);
    }

    /**
     * Gives back of the last payment first. What a gateway took is asked of it until it is known to be given back; the rest stands in
     * our own books at once.
     *
     * @param amount in the order's currency; above zero, in whole minor units, no more than was taken and not given back
     * @throws Refusal {@code order.unknown}, {@code order.changed}, {@code payment.refund.denied}, {@code payment.refund.range}, {@code
     *     payment.refund.reason}, {@code payment.card.number}
     */
    public Recap refund(OrderNumber number, long version, @Nullable BigDecimal amount, @Nullable String reason) {
        if (!mayRefund()) {
            throw new Refusal("payment.refund.denied");
        }
        CardNumbers.keepOut(reason);
        if (reason == null || reason.isBlank() || reason.strip().length() > REASON) {
            throw new Refusal("payment.refund.reason", REASON);
        }
        OrderInHand order = orders.open(number, version);
        List<Payment> all = payments.lockedOf(order.id());
        Money most = refundable(all, order);
        int digits = most.currency().getDefaultFractionDigits();
        if (amount == null
                || amount.signum() <= 0
                || amount.stripTrailingZeros().scale() > digits
                || amount.compareTo(most.amount()) > 0) {
            throw new Refusal("payment.refund.range", most);
        }
        giveBack(number, all, Money.of(amount, most.currency()), reason.strip());
        return Recap.of(orders.look(number).view(), all);
    }

    private static Money refundable(List<Payment> all, OrderInHand order) {
        return all.stream()
                .map(Payment::refundable)
                .reduce(Money.zero(order.view().total().currency()), Money::plus);
    }

    private void giveBack(OrderNumber number, List<Payment> all, Money amount, String reason) {
        Money left = amount;
        List<Payment> lastFirst = new ArrayList<>(all);
        Collections.reverse(lastFirst);
        for (Payment payment : lastFirst) {
            Money part = left.min(payment.refundable());
            if (part.isPositive()) {
                left = left.minus(part);
                Optional<MoneyMove> asked = payment.giveBack(part, reason, clock.instant());
                asked.ifPresent(moves::add);
                orders.happened(
                        number,
                        asked.isPresent() ? OrderEventKind.REFUND_WANTED : OrderEventKind.MONEY_GIVEN_BACK,
                        payment.label(),
                        part.toString(),
                        reason);
            }
        }
    }
}
