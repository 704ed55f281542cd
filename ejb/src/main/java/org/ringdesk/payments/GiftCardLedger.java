package org.ringdesk.payments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ringdesk.orders.OrderInHand;
import org.ringdesk.payments.domain.GiftCard;
import org.ringdesk.payments.domain.Payment;
import org.ringdesk.payments.domain.PaymentEvent;
import org.ringdesk.payments.store.GiftCards;
import org.ringdesk.payments.store.Payments;
import org.ringdesk.shared.CardNumbers;
import org.ringdesk.shared.Money;
import org.ringdesk.shared.Refusal;

/**
 * Keeps gift cards and the payments made with them together: whatever becomes of a payment, what it no longer draws stands on its card
 * again, in the same transaction. A card is locked after its order and payments, so that it is never spent twice.
 */
@ApplicationScoped
class GiftCardLedger {
    @Inject
    private GiftCards cards;

    @Inject
    private Payments payments;

    @Inject
    private Clock clock;

    /** @throws Refusal {@code payment.gift.invalid} for what is no code, {@code payment.gift.unknown}, {@code payment.card.number} */
    GiftCard find(@Nullable String typed) {
        CardNumbers.keepOut(typed);
        GiftCode code = GiftCode.read(typed).orElseThrow(() -> new Refusal("payment.gift.invalid"));
        return cards.find(code).orElseThrow(() -> new Refusal("payment.gift.unknown"));
    }

    /** Whether the card has what the order wants of it, until somebody else is faster. @throws Refusal {@code payment.gift.balance} */
    void mustCover(OrderInHand order, GiftCard card) {
        List<Payment> wanting = payments.of(order.id()).stream()
                .filter(p -> p.isOn(card) && p.status() == PaymentStatus.NOT_SUBMITTED)
                .toList();
        Money wanted = wanting.stream()
                .map(Payment::amount)
                .reduce(Money.zero(card.balance().currency()), Money::plus);
        if (wanted.compareTo(card.balance()) > 0) {
            throw new Refusal("payment.gift.balance", card.balance());
        }
    }

    /** Does it to the payment for somebody, enters it, and moves what the payment draws from its card. @throws Refusal {@code payment.gift.balance} */
    void book(Payment payment, String who, Supplier<@Nullable PaymentEvent> verb) {
        Money before = payment.drawn();
        payments.enter(verb.get());
        Money more = payment.drawn().minus(before);
        if (!more.isZero()) {
            GiftCard card = cards.locked(payment.giftCard());
            cards.enter(
                    more.isPositive()
                            ? card.redeem(more, payment, who, clock.instant())
                            : card.giveBack(more.times(-1), payment, who, clock.instant()));
        }
    }
}
