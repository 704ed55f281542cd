package org.ringdesk.payments;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import java.util.UUID;
import org.ringdesk.orders.OrderNumber;
import org.ringdesk.shared.Money;
import org.ringdesk.shared.Role;

/** Records payments and places the order. The methods a channel does not list are refused: {@code payment.method.denied}. */
@Stateless
@RolesAllowed(Role.AGENT)
public class Checkout {

    public Recap recap(OrderNumber number) {
        throw new UnsupportedOperationException();
    }

    /**
     * @param token what the gateway's own card field gave; a text that looks like a card number is refused unseen:
     *     {@code payment.card.number}
     * @throws org.ringdesk.shared.Refusal {@code payment.amount.range} when not above zero or more than the balance
     */
    public Recap payByCard(OrderNumber number, String token, String brand, String lastFour, Money amount) {
        throw new UnsupportedOperationException();
    }

    public Recap payByCheck(OrderNumber number, String checkNumber, Money amount) {
        throw new UnsupportedOperationException();
    }

    /** @throws org.ringdesk.shared.Refusal {@code payment.account.denied}, {@code payment.account.limit} */
    public Recap payOnAccount(OrderNumber number, Money amount) {
        throw new UnsupportedOperationException();
    }

    /** Takes back a payment that was not submitted or was declined. */
    public Recap remove(OrderNumber number, long paymentId) {
        throw new UnsupportedOperationException();
    }

    /**
     * Authorizes the payments and places the order, once per key however often it is called; a repeated call gives the same
     * result. The gateway is asked outside of any transaction.
     *
     * @param version the order as recapped; changed meanwhile: {@code order.changed}
     * @return with status PLACED; or SUBMITTED and a problem ({@code payment-declined}, {@code payment-unknown})
     * @throws org.ringdesk.shared.Refusal {@code order.balance} when payments do not cover the total, {@code order.empty}
     */
    public Recap submit(OrderNumber number, long version, UUID key) {
        throw new UnsupportedOperationException();
    }
}
