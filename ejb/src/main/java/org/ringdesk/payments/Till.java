package org.ringdesk.payments;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.TenderRules;
import org.ringdesk.orders.OrderEventKind;
import org.ringdesk.orders.OrderInHand;
import org.ringdesk.orders.OrderNumber;
import org.ringdesk.orders.OrderPlacing;
import org.ringdesk.orders.OrderStatus;
import org.ringdesk.payments.domain.GiftCard;
import org.ringdesk.payments.domain.Payment;
import org.ringdesk.payments.domain.Shares;
import org.ringdesk.payments.domain.Tender;
import org.ringdesk.payments.store.Payments;
import org.ringdesk.shared.Money;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;

/** Takes payments down and takes them back while the order can be edited, each in one transaction. */
@Stateless
@RolesAllowed(Role.AGENT)
public class Till {
    private static final BigDecimal MOST = new BigDecimal("999999999.99");

    @Inject
    private Payments payments;

    @Inject
    private OrderPlacing orders;

    @Inject
    private AccountCredit credit;

    @Inject
    private WorkBook work;

    @Inject
    private GiftCardLedger ledger;

    @Inject
    private TenderRules rules;

    @Inject
    private Clock clock;

    @Resource
    private SessionContext context;

    public Recap recap(OrderNumber number) {
        return recap(orders.look(number));
    }

    /** What the gift card is worth that the order may be paid with. */
    public GiftCardView giftCard(OrderNumber number, String code) {
        OrderInHand order = orders.look(number);
        mustTake(order, PaymentMethod.GIFT_CARD);
        GiftCard card = ledger.find(code);
        Money balance = card.balance();
        mustBeIn(balance, order.view().total().currency());
        return new GiftCardView(card.lastFour(), balance, balance, clock.instant());
    }

    public Recap payByGiftCard(OrderNumber number, String code, Share share) {
        GiftCard card = ledger.find(code);
        Recap noted = record(number, Tender.giftCard(card), share);
        ledger.mustCover(orders.look(number), card);
        return noted;
    }

    public Recap record(OrderNumber number, Tender tender, Share share) {
        OrderInHand order = orders.openToPay(number);
        mustTake(order, tender.method());
        List<Payment> all = new ArrayList<>(payments.lockedOf(order.id()));
        Shares.follow(all, order.view().due());
        Recap before = recap(order, all);
        if (isHeldAfterPlacing(order) && !before.isOwing()) {
            throw new Refusal("payment.held.paid", order.view().number().value());
        }
        Payment payment = payment(order, all.size() + 1, tender, share);
        all.add(payment);
        Shares.follow(all, order.view().due());
        mustFit(tender, payment.amount(), before.balance());
        payments.add(payment);
        if (tender.method() == PaymentMethod.ACCOUNT) {
            credit.mustCover(order);
        }
        return recap(told(order, OrderEventKind.PAYMENT_ADDED, payment, null, payment.amount()));
    }

    private Payment payment(OrderInHand order, int position, Tender tender, Share share) {
        String by = context.getCallerPrincipal().getName();
        if (share instanceof Share.Fixed fixed) {
            mustBeIn(fixed.amount(), order.view().total().currency());
            return new Payment(order.id(), position, tender, whole(fixed.amount()), by, clock.instant());
        }
        BigDecimal percent = ((Share.Percent) share).percent();
        if (percent.signum() <= 0
                || percent.compareTo(new BigDecimal(100)) > 0
                || percent.stripTrailingZeros().scale() > 3) {
            throw new Refusal("payment.percent.range");
        }
        Money none = Money.zero(order.view().total().currency());
        return new Payment(order.id(), position, tender, none, by, clock.instant()).inPercent(percent);
    }

    /** What changes no draft is written down all the same. */
    private OrderInHand told(
            OrderInHand order, OrderEventKind kind, Payment payment, @Nullable Money before, @Nullable Money now) {
        OrderNumber number = order.view().number();
        if (isHeldAfterPlacing(order)) {
            orders.happened(number, kind, payment.label(), String.valueOf(now == null ? before : now), null);
            return orders.look(number);
        }
        return orders.note(number, kind, payment.label(), text(before), text(now));
    }

    private static boolean isHeldAfterPlacing(OrderInHand order) {
        return order.view().status() == OrderStatus.ON_HOLD
                && order.view().placedAt() != null
                && !order.view().changing();
    }

    private static @Nullable String text(@Nullable Money money) {
        return money == null ? null : money.toString();
    }

    /** @return what the gateway must now give back, if anything */
    public Optional<Submitting.Ask> takeBack(OrderNumber number, long paymentId) {
        OrderInHand order = orders.open(number);
        Payment payment = payments.lockedOf(order.id()).stream()
                .filter(p -> p.id() == paymentId)
                .findFirst()
                .orElseThrow(() -> new Refusal("payment.unknown"));
        if (!payment.isTakenBack()) {
            if (isHeldAfterPlacing(order) && payment.status().secures()) {
                throw new Refusal("payment.held.secured");
            }
            Money amount = payment.amount();
            ledger.book(payment, context.getCallerPrincipal().getName(), () -> payment.takeBack(clock.instant()));
            told(order, OrderEventKind.PAYMENT_REMOVED, payment, amount, null);
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
    public Refusal told(OrderNumber number, @Nullable Share wanted, Refusal refusal) {
        if (refusal.key().equals("payment.account.limit")) {
            OrderInHand order = orders.open(number);
            Money asked = wanted == null
                    ? payments.of(order.id()).stream()
                            .filter(p -> p.method() == PaymentMethod.ACCOUNT
                                    && p.status().covers())
                            .map(Payment::amount)
                            .reduce(Money.zero(order.view().total().currency()), Money::plus)
                    : wanted.from(order.view().due());
            work.beyondCredit(
                    number,
                    asked,
                    (Money) refusal.arguments().get(0),
                    context.getCallerPrincipal().getName());
        }
        return refusal;
    }

    private Recap recap(OrderInHand order) {
        return recap(order, payments.of(order.id()));
    }

    private Recap recap(OrderInHand order, List<Payment> all) {
        return Recap.of(order.view(), all, rules.of(order.view().channel().code()));
    }

    private static void mustTake(OrderInHand order, PaymentMethod method) {
        if (!order.view().channel().paymentMethods().contains(method.name())) {
            throw new Refusal("payment.method.denied", order.view().channel().name());
        }
    }

    private static void mustBeIn(Money amount, Currency currency) {
        if (!amount.currency().equals(currency)) {
            throw new Refusal("payment.currency", currency.getCurrencyCode());
        }
    }

    /** @return zero for what is not whole, which then is refused */
    private static Money whole(Money amount) {
        boolean fine = amount.rounded().equals(amount) && amount.amount().compareTo(MOST) <= 0;
        return fine ? amount.rounded() : Money.zero(amount.currency());
    }

    /** A check is as it was written, also when that is too much; nothing else is more than what is still to be paid. */
    private static void mustFit(Tender tender, Money amount, Money balance) {
        boolean tooMuch = tender.method() != PaymentMethod.CHECK && amount.compareTo(balance) > 0;
        if (!amount.isPositive() || !balance.isPositive() || tooMuch) {
            throw new Refusal("payment.amount.range", balance);
        }
    }
}
