package org.ringdesk.mail;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.ringdesk.mail.domain.MailMessage;
import org.ringdesk.mail.gateway.MailServer;
import org.ringdesk.mail.store.Mails;
import org.ringdesk.orders.OrderNumber;
import org.ringdesk.orders.OrderStory;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;

/** What was written to the customer about an order. Orders of other channels do not exist for the caller: {@code order.unknown}. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR})
public class OrderMails {
    @Inject
    private Mails mails;

    @Inject
    private OrderStory orders;

    @Inject
    private MailServer server;

    @Inject
    private Clock clock;

    /** The latest first. */
    public List<MailView> of(OrderNumber number) {
        return mails.of(orders.idOf(number));
    }

    /** Without it mails wait. */
    public boolean isServerThere() {
        return server.isThere();
    }

    /**
     * Sends it once more in the same words, to the address that the customer has by now.
     *
     * @throws Refusal {@code mail.unknown} when it is not one of the order's
     */
    public List<MailView> sendAgain(OrderNumber number, long mail) {
        long order = orders.idOf(number);
        MailMessage message = mails.locked(mail);
        if (message.orderId() != order) {
            throw new Refusal("mail.unknown");
        }
        message.again(clock.instant());
        return mails.of(order);
    }
}
