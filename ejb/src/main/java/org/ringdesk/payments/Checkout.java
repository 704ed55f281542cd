package org.ringdesk.payments;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;
import org.ringdesk.orders.OrderNumber;
import org.ringdesk.payments.domain.Tender;
import org.ringdesk.shared.Money;
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

    /**
     * @param token what the gateway's own card field gave; a text that looks like a card number is refused unseen:
     *     {@code payment.card.number}
     * @throws org.ringdesk.shared.Refusal {@code payment.amount.range} when not above zero or more than the balance, {@code
     *     payment.token.invalid}, {@code payment.card.invalid} for brand or last four digits
     */
    public Recap payByCard(OrderNumber number, String token, String brand, String lastFour, Money amount) {
        return till.record(number, Tender.card(token, brand, lastFour), amount);
    }

    /** @throws org.ringdesk.shared.Refusal {@code payment.check.missing}, {@code payment.check.invalid} */
    public Recap payByCheck(OrderNumber number, String checkNumber, Money amount) {
        return till.record(number, Tender.check(checkNumber), amount);
    }

    /** @throws org.ringdesk.shared.Refusal {@code payment.account.denied}, {@code payment.account.limit} */
    public Recap payOnAccount(OrderNumber number, Money amount) {
        return till.record(number, Tender.onAccount(), amount);
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
     * @throws org.ringdesk.shared.Refusal {@code order.balance} when payments do not cover the total, {@code order.empty}
     */
    public Recap submit(OrderNumber number, long version, UUID key) {
        for (Submitting.Ask ask : Again.once(() -> submitting.begin(number, version, key))) {
            gateway.authorize(ask);
        }
        Again.once(() -> submitting.settle(number));
        return till.recap(number);
    }
}
