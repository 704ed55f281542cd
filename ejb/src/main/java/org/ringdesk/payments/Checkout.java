package org.ringdesk.payments;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.ringdesk.orders.OrderNumber;
import org.ringdesk.orders.OrderStatus;
import org.ringdesk.payments.domain.Tender;
import org.ringdesk.payments.gateway.Card;
import org.ringdesk.shared.Money;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;

/**
 * Records payments and places the order. The methods a channel does not list are refused: {@code payment.method.denied}.
 * Payments are taken down and taken back as long as the order can be edited ({@code order.not-editable}), which raises its version.
 */
@Stateless
@RolesAllowed(Role.AGENT)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Checkout {
    @Inject
    private Till till;

    @Inject
    private Submitting submitting;

    @Inject
    private GatewayDesk gateway;

    public Recap recap(OrderNumber number) {
        return till.recap(number);
    }

    /** Whether cards are only the sandbox's test cards. */
    public boolean hasTestCardsOnly() {
        return !gateway.movesMoney();
    }

    /**
     * @param token what the gateway's own card field gave; the gateway tells the card's brand and last four digits
     * @throws org.ringdesk.shared.Refusal {@code payment.amount.range} when not above zero or more than the balance, {@code
     *     payment.percent.range} of a share above 0 and up to 100, {@code payment.held.paid} on a held order that is paid for, {@code
     *     payment.token.invalid} when no card stands behind it, {@code payment.gateway.away} when the gateway cannot tell, {@code
     *     payment.card.number} unseen for a text that looks like one
     */
    public Recap payByCard(OrderNumber number, String token, Share share) {
        String read = Tender.token(token);
        Card card = gateway.card(read);
        return collected(till.record(number, Tender.card(read, card.brand(), card.lastFour()), share));
    }

    public Recap payByCard(OrderNumber number, String token, Money amount) {
        return payByCard(number, token, Share.of(amount));
    }

    /**
     * The check may be too much: that is to be given back then. A little less is enough where the channel says so.
     *
     * @throws org.ringdesk.shared.Refusal {@code payment.check.missing}, {@code payment.check.invalid}
     */
    public Recap payByCheck(OrderNumber number, String checkNumber, Share share) {
        return collected(till.record(number, Tender.check(checkNumber), share));
    }

    public Recap payByCheck(OrderNumber number, String checkNumber, Money amount) {
        return payByCheck(number, checkNumber, Share.of(amount));
    }

    /** @throws org.ringdesk.shared.Refusal {@code payment.account.denied}, {@code payment.account.limit} */
    public Recap payOnAccount(OrderNumber number, Share share) {
        try {
            return collected(till.record(number, Tender.onAccount(), share));
        } catch (Refusal refusal) {
            throw till.told(number, share, refusal);
        }
    }

    public Recap payOnAccount(OrderNumber number, Money amount) {
        return payOnAccount(number, Share.of(amount));
    }

    /**
     * What a gift card is worth now.
     *
     * @throws org.ringdesk.shared.Refusal {@code payment.gift.invalid}, {@code payment.gift.unknown}, {@code payment.currency}
     */
    public GiftCardView giftCard(OrderNumber number, String code) {
        return till.giftCard(number, code);
    }

    /**
     * The card is redeemed at submit, and refuses it then if somebody else was faster.
     *
     * @throws org.ringdesk.shared.Refusal also {@code payment.gift.balance} with what is left
     */
    public Recap payByGiftCard(OrderNumber number, String code, Share share) {
        return collected(till.payByGiftCard(number, code, share));
    }

    /** A transfer that the customer makes before anything is sent: the order is placed, and held until it is here. */
    public Recap payByPrepayment(OrderNumber number, Share share) {
        return collected(till.record(number, Tender.prepayment(), share));
    }

    /** What is paid for an order that was placed already is asked for at once. */
    private Recap collected(Recap noted) {
        OrderNumber number = noted.order().number();
        if (noted.order().status() != OrderStatus.ON_HOLD) {
            return noted;
        }
        for (Submitting.Ask ask : Again.once(() -> submitting.collect(number))) {
            gateway.authorize(ask);
        }
        Again.once(() -> submitting.settle(number));
        return till.recap(number);
    }

    /**
     * Takes back a payment while the order can be edited. One that was authorized is given back by the gateway; should that not
     * be certain at once, it shows as VOIDING until it is. Taking it back twice changes nothing.
     *
     * @throws org.ringdesk.shared.Refusal {@code payment.unknown}, {@code payment.pending}
     */
    public Recap remove(OrderNumber number, long paymentId) {
        Again.once(() -> till.takeBack(number, paymentId)).ifPresent(gateway::giveBack);
        return till.recap(number);
    }

    /**
     * Authorizes the payments and places the order, once per key however often it is called; a repeated call gives the same
     * result. The gateway is asked outside of any transaction.
     *
     * @param version the order as recapped; changed meanwhile: {@code order.changed}
     * @return with status PLACED; or SUBMITTED and a problem ({@code payment-declined}, {@code payment-unreachable}, {@code
     *     payment-unknown}), after the first two of which the order can be edited and submitted again with another key
     * @throws org.ringdesk.shared.Refusal {@code order.balance} when payments do not cover the total, {@code order.empty}, {@code
     *     payment.gift.balance}
     */
    public Recap submit(OrderNumber number, long version, UUID key) {
        List<Submitting.Ask> asked;
        try {
            asked = Again.once(() -> submitting.begin(number, version, key));
        } catch (Refusal refusal) {
            throw till.told(number, null, refusal);
        }
        asked.forEach(gateway::authorize);
        Again.once(() -> submitting.settle(number));
        return till.recap(number);
    }
}
