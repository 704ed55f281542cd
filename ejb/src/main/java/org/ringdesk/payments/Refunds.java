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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.TenderRule;
import org.ringdesk.administration.TenderRules;
import org.ringdesk.customers.CustomerDesk;
import org.ringdesk.orders.OrderEventKind;
import org.ringdesk.orders.OrderInHand;
import org.ringdesk.orders.OrderNumber;
import org.ringdesk.orders.OrderPlacing;
import org.ringdesk.payments.domain.MoneyBack;
import org.ringdesk.payments.domain.Payment;
import org.ringdesk.payments.domain.PaymentEvent;
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
    private GiftCardLedger ledger;

    @Inject
    private TenderRules rules;

    @Inject
    private CustomerDesk customers;

    @Inject
    private Clock clock;

    @Resource
    private SessionContext context;

    public boolean mayRefund() {
        return context.isCallerInRole(Role.REFUNDS);
    }

    /** The way the money came: a card's to the card, a gift card's to it, a check's as the channel says. */
    public Recap refund(OrderNumber number, long version, @Nullable BigDecimal amount, @Nullable String reason) {
        return refund(number, version, amount, reason, null);
    }

    /**
     * Gives back what came too much first, then of the last payment first. What a gateway took is asked of it until it is known to be
     * given back; the rest stands in our own books at once.
     *
     * @param as another way than the money came: CHECK, one of our own, or ACCOUNT, where the customer has one; or null
     * @param amount in the order's currency; above zero, in whole minor units, no more than was taken and not given back
     * @throws Refusal {@code order.unknown}, {@code order.changed}, {@code payment.refund.denied}, {@code payment.refund.range}, {@code
     *     payment.refund.reason}, {@code payment.refund.tender}, {@code payment.account.denied}, {@code payment.card.number}
     */
    public Recap refund(
            OrderNumber number,
            long version,
            @Nullable BigDecimal amount,
            @Nullable String reason,
            @Nullable PaymentMethod as) {
        if (!mayRefund()) {
            throw new Refusal("payment.refund.denied");
        }
        CardNumbers.keepOut(reason);
        if (reason == null || reason.isBlank() || reason.strip().length() > REASON) {
            throw new Refusal("payment.refund.reason", REASON);
        }
        OrderInHand order = orders.open(number, version);
        List<Payment> all = payments.lockedOf(order.id());
        TenderRule rule = rules.of(order.view().channel().code());
        if (as != null && as != PaymentMethod.CHECK && as != PaymentMethod.ACCOUNT) {
            throw new Refusal("payment.refund.tender");
        }
        boolean account = customers.lockCredit(order.customerId()).onAccount();
        if (as == PaymentMethod.ACCOUNT && !account) {
            throw new Refusal("payment.account.denied", order.view().customerName());
        }
        Recap before = Recap.of(order.view(), all, rule);
        Money most = before.refundable();
        int digits = most.currency().getDefaultFractionDigits();
        if (amount == null
                || amount.signum() <= 0
                || amount.stripTrailingZeros().scale() > digits
                || amount.compareTo(most.amount()) > 0) {
            throw new Refusal("payment.refund.range", most);
        }
        Wish wish = new Wish(
                number, reason.strip(), as, account ? PaymentMethod.valueOf(rule.checkRefund()) : PaymentMethod.CHECK);
        List<Payment> lastFirst = new ArrayList<>(all);
        Collections.reverse(lastFirst);
        Money left = giveOver(wish, lastFirst, Money.of(amount, most.currency()), before);
        if (giveBack(wish, lastFirst, left).isPositive()) {
            throw new Refusal("payment.refund.range", most);
        }
        return Recap.of(orders.look(number).view(), all, rule);
    }

    private record Wish(
            OrderNumber order, String reason, @Nullable PaymentMethod as, PaymentMethod ofChecks) {
        /** How it goes back. */
        PaymentMethod tender(Payment payment) {
            if (as != null) {
                return as;
            }
            return switch (payment.method()) {
                case CHECK -> ofChecks;
                // nobody keeps the bank details of those who transfer
                case PREPAYMENT -> PaymentMethod.CHECK;
                case CARD, ACCOUNT, GIFT_CARD -> payment.method();
            };
        }
    }

    /** @return what is left to be given back of what was taken */
    private Money giveOver(Wish wish, List<Payment> lastFirst, Money amount, Recap before) {
        Money left = amount;
        Money over = before.refundable()
                .minus(lastFirst.stream().map(Payment::refundable).reduce(Money.zero(amount.currency()), Money::plus));
        for (Payment payment : lastFirst) {
            Money part = left.min(over).min(payment.overpayable());
            if (part.isPositive()) {
                left = left.minus(part);
                over = over.minus(part);
                payments.enter(payment.giveOver(part, wish.reason, clock.instant()));
                tell(wish, payment, wish.tender(payment), part);
            }
        }
        return left;
    }

    /** @return what could not be given back */
    private Money giveBack(Wish wish, List<Payment> lastFirst, Money amount) {
        Money left = amount;
        for (Payment payment : lastFirst) {
            Money part = left.min(payment.refundable());
            if (part.isPositive()) {
                left = left.minus(part);
                PaymentMethod tender = wish.tender(payment);
                if (tender == PaymentMethod.CARD) {
                    moves.add(payment.giveBack(part, wish.reason, clock.instant()));
                    orders.happened(
                            wish.order, OrderEventKind.REFUND_WANTED, payment.label(), part.toString(), wish.reason);
                } else {
                    Supplier<PaymentEvent> booked = () -> payment.giveBackBooked(part, wish.reason, clock.instant());
                    if (tender == PaymentMethod.GIFT_CARD) {
                        ledger.book(payment, context.getCallerPrincipal().getName(), booked::get);
                    } else {
                        payments.enter(booked.get());
                    }
                    tell(wish, payment, tender, part);
                }
            }
        }
        return left;
    }

    private void tell(Wish wish, Payment payment, PaymentMethod tender, Money part) {
        String who = context.getCallerPrincipal().getName();
        payments.add(new MoneyBack(payment, tender, part, wish.reason, who, clock.instant()));
        orders.happened(wish.order, OrderEventKind.MONEY_GIVEN_BACK, payment.label(), part.toString(), wish.reason);
    }
}
